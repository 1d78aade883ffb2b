/// mean(log cosh(p - t)) over the outputs (Keras' `log_cosh`).
struct LogCosh: ElementwiseLoss {
  static let signature = Signature.loss("LogCosh")
  static let aliases = ["log_cosh", "logcosh"]

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  /// |e| + log(1 + exp(-2|e|)) - log 2, which can't overflow.
  func cost(of output: Float, wanted: Float) -> (value: Float, slope: Float) {
    let error = output - wanted
    let tail = ScalarMath.log(1 + ScalarMath.exp(-2 * abs(error)))
    return (abs(error) + tail - 0.693_147_18, ScalarMath.tanh(error))
  }
}
