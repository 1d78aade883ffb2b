internal import Memory

/// The share of samples whose class is right; which accuracy that is depends on the labels.
///
/// Keras resolves the string `accuracy` in the same way: one output makes it binary, integer
/// labels make it sparse, one-hot labels categorical.
struct Accuracy: SampleMetric {
  static let signature = Signature.metric("Accuracy")
  static let aliases = ["accuracy", "acc"]

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func resolved(outputCount: Int, labelForm: LabelForm) -> any Metric {
    kind(outputCount, labelForm)
  }

  private func kind(_ outputCount: Int, _ labelForm: LabelForm) -> any SampleMetric {
    if outputCount == 1 { return BinaryAccuracy() }
    return labelForm == .integer ? SparseCategoricalAccuracy() : CategoricalAccuracy()
  }

  func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    kind(outputs.count, target.form).sample(outputs, target: target)
  }
}
