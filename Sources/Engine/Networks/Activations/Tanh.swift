internal import Kernels
internal import Memory

/// f(x) = tanh(x).
struct Tanh: ActivationFunction {
  static let signature = Signature("Tanh")
  static let aliases = ["tanh"]

  init() {}

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    KernelSet.active.tanh(values)
  }

  func applyGradient(
    _ gradient: MutableElements<Float>, outputs: Elements<Float>,
    rowLength: Int
  ) {
    KernelSet.active.tanhGradient(gradient, output: outputs)
  }
}
