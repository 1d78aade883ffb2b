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
  /// Whether the metric judges whole rows of the last axis, not numbers alone.
  static var judgesRows: Bool { get }
  /// Whether the metric judges the sums that an output remembers, in place of the output.
  static var takesLogits: Bool { get }
  /// The metric for one sample's logits; asked only where the metric takes them.
  func sample(logits: Elements<Float>, target: Target) -> Float
  /// The metric for one sample's outputs.
  func sample(_ outputs: Elements<Float>, target: Target) -> Float
}

extension Metric {
  /// The mean over all samples.
  public static var summary: MetricSummary { .mean }
  /// Nil: the metric compares numbers, whatever form labels have.
  public var labelForm: LabelForm? { nil }
  /// False: an image's outputs are judged as one row.
  public static var judgesRows: Bool { false }
  /// False: most metrics see the outputs.
  public static var takesLogits: Bool { false }
  /// The metric itself, for those whose name means one thing.
  public func resolved(outputCount: Int, labelForm: LabelForm) -> any Metric { self }
  /// What the metric says of the numbers as they are.
  public func sample(logits: Elements<Float>, target: Target) -> Float {
    sample(logits, target: target)
  }

  /// The mean of the metric over an image's rows.
  ///
  /// - Parameter rows: how many there are, for metrics that judge rows.
  func sample(_ outputs: Elements<Float>, target: Target, rows: Int, areLogits: Bool) -> Float {
    let rows = Self.judgesRows ? rows : 1
    let length = outputs.count / rows
    var total: Float = 0
    for row in 0..<rows {
      let range = row * length..<(row + 1) * length
      let part = rows == 1 ? target : target.part(range)
      total +=
        areLogits
        ? sample(logits: outputs[range], target: part) : sample(outputs[range], target: part)
    }
    return rows == 1 ? total : total / Float(rows)
  }
}
