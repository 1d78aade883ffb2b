internal import Memory

/// What every optimizer has: a learning rate, weight decay, and a bound for gradients.
public struct OptimizerSettings: Sendable {
  /// η of each step: a number, or a schedule, with Keras 2's decay.
  public var learningRate: LearningRate
  /// λ of w ← w - λ η w before each step (Loshchilov and Hutter 2019); nil where there is none.
  public let weightDecay: Float?
  /// Each number of a gradient is kept within ± this; nil where there is no bound.
  public let clipValue: Float?

  /// A bound for the norms of whole gradients; whoever calls an optimizer keeps it, since an
  /// optimizer sees parts of them. Nil where there is none.
  public let normBound: NormBound?

  /// The running mean of each weight; nil where there is none.
  public let average: WeightAverage?

  /// Reads the parameters that ``Signature/optimizer(_:rate:_:takesDecay:)`` declares.
  ///
  /// - Throws: ``ArgumentError`` for two bounds at once.
  init(_ arguments: BoundArguments) throws(ArgumentError) {
    let given = Signature.bounds.filter { Self.bound($0, arguments) != nil }
    if given.count > 1 { throw arguments.error(given[1], .conflict(with: given[0])) }
    normBound =
      Self.bound("clipnorm", arguments).map { .each($0) }
      ?? Self.bound("global_clipnorm", arguments).map { .all($0) }
    learningRate = try LearningRate(arguments)
    weightDecay = arguments["weight_decay"]?.number.map { Float($0) }
    clipValue = Self.bound("clipvalue", arguments)
    average = WeightAverage(arguments)
  }

  /// As in Keras, a bound of 0 is none.
  private static func bound(_ name: String, _ arguments: BoundArguments) -> Float? {
    arguments[name]?.number.flatMap { $0 == 0 ? nil : Float($0) }
  }

  /// Takes weight decay off: w ← w - w λ η.
  func shrink(_ weight: MutableElements<Float>, by decay: Float, rate: Float) {
    for index in weight.indices { weight[index] -= weight[index] * decay * rate }
  }

  /// Hands on the gradient, whole or, where it has to be clipped and may be parted, in parts.
  func clipped(
    _ gradient: Elements<Float>, whole: Bool,
    _ body: (Elements<Float>, Range<Int>) -> Void
  ) {
    guard let clipValue else { return body(gradient, gradient.indices) }
    let size = whole ? gradient.count : min(gradient.count, 1024)
    withSpareElements(of: Float.self, count: size) { part in
      for start in stride(from: 0, to: gradient.count, by: max(size, 1)) {
        let range = start..<min(start + size, gradient.count)
        // Written so that NaN stays NaN.
        for (offset, index) in range.enumerated() {
          let slope = gradient[index]
          part[offset] = slope > clipValue ? clipValue : slope < -clipValue ? -clipValue : slope
        }
        body(Elements(part[0..<range.count]), range)
      }
    }
  }
}
