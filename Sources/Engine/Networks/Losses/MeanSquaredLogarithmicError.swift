/// mean((log(1 + p) - log(1 + t))²) over the outputs, both kept above ε = 1e-7 (Keras'
/// `mean_squared_logarithmic_error`).
struct MeanSquaredLogarithmicError: ElementwiseLoss {
  static let signature = Signature.loss("MeanSquaredLogarithmicError")
  static let aliases = ["mean_squared_logarithmic_error", "msle", "MSLE"]

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func cost(of output: Float, wanted: Float) -> (value: Float, slope: Float) {
    let difference = Self.logarithm(output) - Self.logarithm(wanted)
    let isFlat = output < Crossentropy.epsilon
    return (difference * difference, isFlat ? 0 : 2 * difference / (1 + output))
  }

  private static func logarithm(_ value: Float) -> Float {
    ScalarMath.log(1 + (value < Crossentropy.epsilon ? Crossentropy.epsilon : value))
  }
}
