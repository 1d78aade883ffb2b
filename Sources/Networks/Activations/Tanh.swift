/// f(x) = tanh(x).
public struct Tanh: ActivationFunction {
  public static let signature = Signature("Tanh")
  public static let aliases = ["tanh"]

  public init() {}

  public func apply(_ values: UnsafeMutableBufferPointer<Float>, rowLength: Int) {
    for index in values.indices { values[index] = ScalarMath.tanh(values[index]) }
  }

  public func applyGradient(
    _ gradient: UnsafeMutableBufferPointer<Float>, outputs: UnsafeBufferPointer<Float>,
    rowLength: Int
  ) {
    for index in gradient.indices {
      let slope: Float = 1.addingProduct(-outputs[index], outputs[index])
      gradient[index] *= slope
    }
  }
}
