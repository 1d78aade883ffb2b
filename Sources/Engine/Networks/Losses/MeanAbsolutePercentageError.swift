/// 100 mean(|p - t| / max(|t|, ε)) over the outputs, ε = 1e-7 (Keras'
/// `mean_absolute_percentage_error`).
struct MeanAbsolutePercentageError: ElementwiseLoss {
  static let signature = Signature.loss("MeanAbsolutePercentageError")
  static let aliases = ["mean_absolute_percentage_error", "mape", "MAPE"]

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func cost(of output: Float, wanted: Float) -> (value: Float, slope: Float) {
    let error = output - wanted
    let size = max(abs(wanted), Crossentropy.epsilon)
    return (100 * abs(error) / size, 100 * Sign.of(error) / size)
  }
}
