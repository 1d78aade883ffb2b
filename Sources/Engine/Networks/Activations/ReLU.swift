internal import Kernels
public import Memory

/// f(x) = max(x, 0); its slope at 0 is 0, as in Keras.
public struct ReLU: ActivationFunction {
  public static let signature = Signature("ReLU")
  public static let aliases = ["relu"]

  public init() {}

  public func apply(_ values: MutableElements<Float>, rowLength: Int) {
    KernelSet.active.relu(values)
  }

  public func applyGradient(
    _ gradient: MutableElements<Float>, outputs: Elements<Float>,
    rowLength: Int
  ) {
    KernelSet.active.reluGradient(gradient, output: outputs)
  }
}
