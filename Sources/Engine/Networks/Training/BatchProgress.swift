/// Where a fit stands after a batch.
public struct BatchProgress: Sendable {
  /// From 0.
  public let epoch: Int
  /// How many epochs there will be at the fit's end, those of earlier fits counted.
  public let epochs: Int
  /// From 0.
  public let batch: Int
  /// How many batches the epoch has.
  public let batches: Int
  /// Images done in this epoch.
  public let images: Int
  /// Sums over the epoch so far.
  let total: MetricSums

  /// Running means over the epoch so far, in the order of ``Compilation/metricNames``.
  public var metrics: [Double] { total.means }
}
