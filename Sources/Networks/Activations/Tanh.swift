internal import Kernels

/// f(x) = tanh(x).
public struct Tanh: ActivationFunction {
  public static let signature = Signature("Tanh")
  public static let aliases = ["tanh"]

  public init() {}

  public func apply(_ values: UnsafeMutableBufferPointer<Float>, rowLength: Int) {
    KernelSet.active.tanh(values)
  }

  public func applyGradient(
    _ gradient: UnsafeMutableBufferPointer<Float>, outputs: UnsafeBufferPointer<Float>,
    rowLength: Int
  ) {
    KernelSet.active.tanhGradient(gradient, output: outputs)
  }
}
