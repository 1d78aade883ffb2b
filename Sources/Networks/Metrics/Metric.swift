/// A figure of one sample; what is shown is its mean over samples.
public protocol Metric: Component {
  /// The metric that this one stands for, given the model's output and the labels' form.
  func resolved(outputCount: Int, labelForm: LabelForm) -> any Metric
  /// The figure for one sample's outputs.
  func sample(_ outputs: UnsafeBufferPointer<Float>, target: Target) -> Float
}

extension Metric {
  public func resolved(outputCount: Int, labelForm: LabelForm) -> any Metric { self }
}
