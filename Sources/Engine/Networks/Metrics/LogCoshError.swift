internal import Memory

/// The loss `LogCosh` under Keras' name of the metric.
struct LogCoshError: SampleMetric {
  static let signature = Signature.metric("LogCoshError")
  static let aliases = ["logcosh", "log_cosh_error"]
  static var wantsMore: Bool? { false }
  private let loss: LossMetric<LogCosh>

  init(_ arguments: BoundArguments) throws(ArgumentError) { loss = try LossMetric(arguments) }

  func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    loss.sample(outputs, target: target)
  }
}
