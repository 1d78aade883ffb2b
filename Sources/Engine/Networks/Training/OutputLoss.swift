public import Tensors

/// What is asked of one of several outputs: its loss, and the metrics that judge it.
public struct OutputLoss: Sendable {
  /// Histories have `name_loss` and `name_metric`.
  public let name: String
  /// The shape of the output, without the batch axis.
  public let shape: Shape
  /// What training makes small for this output; nil for one that is only shown and measured.
  public let loss: (any Loss)?
  /// What the loss is multiplied by in the sum of all losses; its own metric is without it.
  public let weight: Float
  /// What is measured of this output beside its loss.
  public let metrics: [Compilation.NamedMetric]
  /// How the output's targets are seen.
  public var form: LabelForm

  /// An output whose loss counts as it is, and whose class numbers are one-hot, where nothing else
  /// is said.
  public init(
    _ name: String, _ shape: Shape, loss: (any Loss)?, weight: Float = 1,
    metrics: [Compilation.NamedMetric] = [], form: LabelForm = .oneHot
  ) {
    (self.name, self.shape, self.loss, self.weight) = (name, shape, loss, weight)
    (self.metrics, self.form) = (metrics, form)
  }
}
