/// What is shown of the figures of many samples.
public enum FigureSummary: Hashable, Sendable {
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
