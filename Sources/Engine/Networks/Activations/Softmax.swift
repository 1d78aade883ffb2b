internal import Kernels
internal import Memory

/// f(x)_i = exp(x_i) / Σ_j exp(x_j) along the last axis, with the largest x subtracted first.
struct Softmax: ActivationFunction {
  static let signature = Signature("Softmax")
  static let aliases = ["softmax"]
  static var mapsRows: Bool { true }
  static var remembersSums: Bool { true }

  init() {}

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    KernelSet.active.softmax(values, columns: rowLength)
  }

  func applyGradient(
    _ gradient: MutableElements<Float>, outputs: Elements<Float>,
    rowLength: Int
  ) {
    KernelSet.active.softmaxGradient(gradient, output: outputs, columns: rowLength)
  }
}
