internal import Kernels
public import Memory

/// f(x) = tanh(x).
public struct Tanh: ActivationFunction {
  public static let signature = Signature("Tanh")
  public static let aliases = ["tanh"]

  public init() {}

  public func apply(_ values: MutableElements<Float>, rowLength: Int) {
    KernelSet.active.tanh(values)
  }

  public func applyGradient(
    _ gradient: MutableElements<Float>, outputs: Elements<Float>,
    rowLength: Int
  ) {
    KernelSet.active.tanhGradient(gradient, output: outputs)
  }
}
