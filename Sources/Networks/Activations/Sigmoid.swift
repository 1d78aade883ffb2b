/// f(x) = 1 / (1 + exp(-x)).
public struct Sigmoid: ActivationFunction {
  public static let signature = Signature("Sigmoid")
  public static let aliases = ["sigmoid"]

  public init() {}

  public func apply(_ values: UnsafeMutableBufferPointer<Float>, rowLength: Int) {
    for index in values.indices { values[index] = ScalarMath.sigmoid(values[index]) }
  }

  public func applyGradient(
    _ gradient: UnsafeMutableBufferPointer<Float>, outputs: UnsafeBufferPointer<Float>,
    rowLength: Int
  ) {
    for index in gradient.indices { gradient[index] *= outputs[index] * (1 - outputs[index]) }
  }
}
