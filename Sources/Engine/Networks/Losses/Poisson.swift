/// mean(p - t log(p + ε)) over the outputs, ε = 1e-7 (Keras' `poisson`).
struct Poisson: ElementwiseLoss {
  static let signature = Signature.loss("Poisson")
  static let aliases = ["poisson"]

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func cost(of output: Float, wanted: Float) -> (value: Float, slope: Float) {
    let shifted = output + Crossentropy.epsilon
    return (output - wanted * ScalarMath.log(shifted), 1 - wanted / shifted)
  }
}
