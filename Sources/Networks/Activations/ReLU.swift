/// f(x) = max(x, 0); its slope at 0 is 0, as in Keras.
public struct ReLU: ActivationFunction {
  public static let signature = Signature("ReLU")
  public static let aliases = ["relu"]

  public init() {}

  public func apply(_ values: UnsafeMutableBufferPointer<Float>, rowLength: Int) {
    // Written so that NaN stays NaN: a broken loss must not be hidden.
    for index in values.indices where values[index] < 0 { values[index] = 0 }
  }

  public func applyGradient(
    _ gradient: UnsafeMutableBufferPointer<Float>, outputs: UnsafeBufferPointer<Float>,
    rowLength: Int
  ) {
    for index in gradient.indices where !(outputs[index] > 0) { gradient[index] = 0 }
  }
}
