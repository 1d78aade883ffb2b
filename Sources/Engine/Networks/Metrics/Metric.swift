public import Memory

/// A metric of one sample; what is shown is its mean over samples, or the root of that.
public protocol Metric: Component {
  /// What is shown of the samples' metrics.
  static var summary: MetricSummary { get }
  /// The only form of labels that the metric takes, for which it needs the class of each sample; nil
  /// where it compares numbers.
  var labelForm: LabelForm? { get }
  /// The metric that this one stands for, given the model's output and the labels' form.
  func resolved(outputCount: Int, labelForm: LabelForm) -> any Metric
  /// The metric for one sample's outputs.
  func sample(_ outputs: Elements<Float>, target: Target) -> Float
}

extension Metric {
  /// The mean over all samples.
  public static var summary: MetricSummary { .mean }
  /// Nil: the metric compares numbers, whatever form labels have.
  public var labelForm: LabelForm? { nil }
  /// The metric itself, for those whose name means one thing.
  public func resolved(outputCount: Int, labelForm: LabelForm) -> any Metric { self }
}
