internal import Memory

/// Keras' `ReLU` with arguments: x above a threshold, at most a greatest value, and α (x - threshold)
/// elsewhere.
///
/// Slopes at the bounds are those of Keras' TensorFlow backend: 1 at the greatest value but for 6, 0 at
/// the threshold, α at 0 where there is nothing but α.
struct BoundedReLU: SumActivation {
  static let signature = ReLU.signature
  static let aliases = ReLU.aliases
  private let largest: Float?
  private let negativeSlope: Float
  private let threshold: Float

  init() { (largest, negativeSlope, threshold) = (nil, 0, 0) }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    largest = arguments["max_value"]?.number.map { Float($0) }
    negativeSlope = arguments.float("negative_slope")
    threshold = arguments.float("threshold")
  }

  /// Whether it is max(x, 0).
  var isPlain: Bool { largest == nil && negativeSlope == 0 && threshold == 0 }

  private var isLeaky: Bool { negativeSlope != 0 && largest == nil && threshold == 0 }

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.map(values) { x in
      if isLeaky { return x > 0 ? x : negativeSlope * x }
      // Written so that NaN stays NaN.
      let above = x <= threshold ? 0 : x
      let kept = largest.map { above > $0 ? $0 : above } ?? above
      return x < threshold && negativeSlope != 0 ? negativeSlope * (x - threshold) : kept
    }
  }

  func applyGradient(_ gradient: MutableElements<Float>, sums: Elements<Float>) {
    for index in gradient.indices { gradient[index] *= slope(at: sums[index]) }
  }

  private func slope(at x: Float) -> Float {
    if isLeaky { return x > 0 ? 1 : negativeSlope }
    if x <= threshold { return x < threshold ? negativeSlope : 0 }
    guard let largest else { return 1 }
    return x < largest || x == largest && !(largest == 6 && threshold == 0) ? 1 : 0
  }
}
