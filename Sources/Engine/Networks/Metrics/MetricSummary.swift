/// What is shown of the metrics of many samples.
public enum MetricSummary: Hashable, Sendable {
  case mean
  /// The square root of the mean.
  case rootOfMean

  func value(ofMean mean: Double) -> Double {
    switch self {
    case .mean: mean
    case .rootOfMean: mean.squareRoot()
    }
  }
}
