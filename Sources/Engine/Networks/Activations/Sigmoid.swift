internal import Kernels
internal import Memory

/// f(x) = 1 / (1 + exp(-x)).
struct Sigmoid: ActivationFunction {
  static let signature = Signature("Sigmoid")
  static let aliases = ["sigmoid"]
  static var remembersSums: Bool { true }

  init() {}

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    KernelSet.active.sigmoid(values)
  }

  func applyGradient(
    _ gradient: MutableElements<Float>, outputs: Elements<Float>,
    rowLength: Int
  ) {
    KernelSet.active.sigmoidGradient(gradient, output: outputs)
  }
}
