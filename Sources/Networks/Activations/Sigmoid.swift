internal import Kernels

/// f(x) = 1 / (1 + exp(-x)).
public struct Sigmoid: ActivationFunction {
  public static let signature = Signature("Sigmoid")
  public static let aliases = ["sigmoid"]

  public init() {}

  public func apply(_ values: UnsafeMutableBufferPointer<Float>, rowLength: Int) {
    KernelSet.active.sigmoid(values)
  }

  public func applyGradient(
    _ gradient: UnsafeMutableBufferPointer<Float>, outputs: UnsafeBufferPointer<Float>,
    rowLength: Int
  ) {
    KernelSet.active.sigmoidGradient(gradient, output: outputs)
  }
}
