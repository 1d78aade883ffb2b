internal import Memory

/// mean((p - t)²) over the outputs (Keras' `mean_squared_error`).
struct MeanSquaredError: Loss {
  /// Keras' `MeanSquaredError`, with what every loss takes.
  static let signature = Signature.loss("MeanSquaredError")
  /// Keras' function, as `loss='mean_squared_error'` names it, and other spellings.
  static let aliases = ["mean_squared_error", "mse", "MSE"]

  /// Reads nothing: the mean over the batch is the only reduction.
  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  /// Squares are added up by fused multiply-adds, in order; a row's gradient is 2 (p - t) / count.
  func sample(
    _ outputs: Elements<Float>, target: Target, areLogits: Bool,
    gradient: MutableElements<Float>
  ) -> Float {
    let count = Float(outputs.count)
    var total: Float = 0
    for column in outputs.indices {
      let error = outputs[column] - target.value(at: column)
      total.addProduct(error, error)
      gradient[column] = 2 * error / count
    }
    return total / count
  }
}
