internal import Kernels
public import Memory

/// f(x) = 1 / (1 + exp(-x)).
public struct Sigmoid: ActivationFunction {
  public static let signature = Signature("Sigmoid")
  public static let aliases = ["sigmoid"]

  public init() {}

  public func apply(_ values: MutableElements<Float>, rowLength: Int) {
    KernelSet.active.sigmoid(values)
  }

  public func applyGradient(
    _ gradient: MutableElements<Float>, outputs: Elements<Float>,
    rowLength: Int
  ) {
    KernelSet.active.sigmoidGradient(gradient, output: outputs)
  }
}
