internal import Memory

/// 1 where the largest output is that of the label's class, for one-hot labels; the first of equals
/// counts as the largest.
struct CategoricalAccuracy: SampleMetric {
  static let signature = Signature.metric("CategoricalAccuracy")
  static let aliases = ["categorical_accuracy"]
  static var judgesRows: Bool { true }

  init() {}

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    LargestOutput.index(in: outputs) == target.label ? 1 : 0
  }
}
