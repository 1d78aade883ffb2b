public import Memory

/// √mean((p - t)²) over all outputs of all samples (Keras' `RootMeanSquaredError`).
public struct RootMeanSquaredError: Metric {
  public static let signature = Signature.metric("RootMeanSquaredError")
  public static let aliases = ["root_mean_squared_error"]
  public static var summary: MetricSummary { .rootOfMean }
  private let squared: SquaredError

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    squared = try SquaredError(arguments)
  }

  public func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    squared.sample(outputs, target: target)
  }
}
