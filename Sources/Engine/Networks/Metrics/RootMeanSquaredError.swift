internal import Memory

/// √mean((p - t)²) over all outputs of all samples (Keras' `RootMeanSquaredError`).
struct RootMeanSquaredError: SampleMetric {
  static let signature = Signature.metric("RootMeanSquaredError")
  static let aliases = ["root_mean_squared_error"]
  static var wantsMore: Bool? { false }
  private let squared: SquaredError

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    squared = try SquaredError(arguments)
  }

  func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    squared.sample(outputs, target: target)
  }

  func value(ofMean mean: Double) -> Double { mean.squareRoot() }
}
