/// mean(|p - t|) over the outputs (Keras' `mean_absolute_error`); the slope is 0 where p = t.
struct MeanAbsoluteError: ElementwiseLoss {
  static let signature = Signature.loss("MeanAbsoluteError")
  static let aliases = ["mean_absolute_error", "mae", "MAE"]

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func cost(of output: Float, wanted: Float) -> (value: Float, slope: Float) {
    let error = output - wanted
    return (abs(error), Sign.of(error))
  }
}
