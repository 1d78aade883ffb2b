internal import Memory

/// The share of samples whose class is right; which accuracy that is depends on the labels.
///
/// Keras resolves the string `accuracy` in the same way: one output makes it binary, integer
/// labels make it sparse, one-hot labels categorical.
struct Accuracy: Metric {
  static let signature = Signature.metric("Accuracy")
  static let aliases = ["accuracy", "acc"]

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func resolved(outputCount: Int, labelForm: LabelForm) -> any Metric {
    if outputCount == 1 { return BinaryAccuracy() }
    return labelForm == .integer ? SparseCategoricalAccuracy() : CategoricalAccuracy()
  }

  func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    resolved(outputCount: outputs.count, labelForm: target.form).sample(outputs, target: target)
  }
}
