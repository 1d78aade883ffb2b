/// Which metric a callback follows, and which way of it is better.
public struct Monitor: Hashable, Sendable {
  /// The metric's name as the author gave it, `val_loss` by default.
  public let name: String
  /// How much better a value has to be to count as better; at least 0.
  public let minDelta: Double
  /// Whether larger values are better.
  public private(set) var wantsMore: Bool
  /// Whether that goes by the metric.
  public let isAutomatic: Bool

  /// - Parameters:
  ///   - name: the metric's, such as `val_loss`.
  ///   - minDelta: how much better counts as better, at least 0.
  ///   - mode: `min`, `max`, or by the metric's name.
  public init(_ name: String, minDelta: Double, mode: String) {
    self.name = name
    self.minDelta = minDelta
    isAutomatic = mode != "min" && mode != "max"
    wantsMore =
      mode == "max" || (isAutomatic && (name.contains("acc") || name.hasSuffix("auc")))
  }

  init(_ arguments: BoundArguments) {
    self.init(
      arguments.text("monitor") ?? "val_loss", minDelta: abs(arguments.double("min_delta")),
      mode: arguments.text("mode") ?? "auto")
  }

  /// The same with the direction of a model's metric, where the author gave none; nil where no metric of
  /// the name says it, as in Keras also for the losses and metrics of one of several outputs.
  package func directed(by compilation: Compilation) -> Monitor? {
    names.lazy.compactMap { directed(as: $0, by: compilation) }.first
  }

  /// The same where the metric has the name as the author gave it, which is the only one that Keras 3 knows.
  package func directedByName(_ compilation: Compilation) -> Monitor? {
    directed(as: name, by: compilation)
  }

  private func directed(as name: String, by compilation: Compilation) -> Monitor? {
    guard isAutomatic else { return self }
    let metrics = compilation.metrics + compilation.outputs.flatMap(\.metrics)
    let plain = name.hasPrefix("val_") ? String(name.dropFirst(4)) : name
    let direction =
      plain == "loss"
      ? false : metrics.last { $0.name == plain }.flatMap { type(of: $0.metric).wantsMore }
    guard let direction else { return nil }
    var directed = self
    directed.wantsMore = direction
    return directed
  }

  /// Whether a value beats another by more than ``minDelta``; anything beats nil, and NaN beats
  /// nothing else. Single precision decides, as it does in Keras: at a difference of ``minDelta`` itself rounding
  /// would.
  public func isBetter(_ value: Double, than best: Double?) -> Bool {
    guard let best else { return true }
    return wantsMore
      ? Float(value - minDelta) > Float(best) : Float(value + minDelta) < Float(best)
  }

  /// The names that the metric may have: also those of older versions.
  public var names: [String] {
    [name, name.replacing("acc", with: "accuracy"), name.replacing("accuracy", with: "acc")]
  }

  static func parameters(minDelta: Double) -> [Parameter] {
    [
      Parameter("monitor", .text, default: .string("val_loss")),
      Parameter("min_delta", .number(.any), default: .double(minDelta)),
    ]
  }

  static var modeParameter: Parameter {
    Parameter("mode", .choice(["auto", "min", "max"]), default: .string("auto"))
  }

  /// Says more or less on a screen; here all is in the history.
  static var verboseParameter: Parameter {
    Parameter("verbose", .int(.nonNegative), default: .int(0))
  }
}
