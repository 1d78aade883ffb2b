internal import Memory

/// mean((p - t)²) over the outputs, as a metric (Keras' metric `mean_squared_error`).
struct SquaredError: SampleMetric {
  static let signature = Signature.metric("MeanSquaredError")
  static let aliases = ["mean_squared_error", "mse", "MSE"]
  static var wantsMore: Bool? { false }

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    var total: Float = 0
    for column in outputs.indices {
      let error = outputs[column] - target.value(at: column)
      total.addProduct(error, error)
    }
    return total / Float(outputs.count)
  }
}
