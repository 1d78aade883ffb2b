internal import Kernels
internal import Memory

/// f(x) = max(x, 0); its slope at 0 is 0, as in Keras.
struct ReLU: ActivationFunction {
  static let signature = Signature("ReLU")
  static let aliases = ["relu"]

  init() {}

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    KernelSet.active.relu(values)
  }

  func applyGradient(
    _ gradient: MutableElements<Float>, outputs: Elements<Float>,
    rowLength: Int
  ) {
    KernelSet.active.reluGradient(gradient, output: outputs)
  }
}
