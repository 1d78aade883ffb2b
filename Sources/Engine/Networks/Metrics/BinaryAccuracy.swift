internal import Memory

/// The share of outputs that lie on their target's side of a threshold.
struct BinaryAccuracy: SampleMetric {
  static let signature = Signature.metric(
    "BinaryAccuracy",
    [Parameter("threshold", .number(ValueRange(lower: 0, upper: 1)), default: .double(0.5))])
  static let aliases = ["binary_accuracy"]
  let threshold: Float

  init() { threshold = 0.5 }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    threshold = arguments.float("threshold")
  }

  func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    var right: Float = 0
    for column in outputs.indices {
      let said: Float = outputs[column] > threshold ? 1 : 0
      if said == target.value(at: column) { right += 1 }
    }
    return right / Float(outputs.count)
  }
}
