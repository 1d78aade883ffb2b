package import Memory

/// mean((p - t)²) over the outputs (Keras' `mean_squared_error`).
package struct MeanSquaredError: Loss {
  package static let signature = Signature.loss("MeanSquaredError")
  package static let aliases = ["mean_squared_error", "mse", "MSE"]

  package init(_ arguments: BoundArguments) throws(ArgumentError) {}

  package func sample(
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
