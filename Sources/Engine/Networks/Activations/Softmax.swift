internal import Kernels
public import Memory

/// f(x)_i = exp(x_i) / Σ_j exp(x_j) along the last axis, with the largest x subtracted first.
public struct Softmax: ActivationFunction {
  public static let signature = Signature("Softmax")
  public static let aliases = ["softmax"]
  public static var mapsRows: Bool { true }

  public init() {}

  public func apply(_ values: MutableElements<Float>, rowLength: Int) {
    KernelSet.active.softmax(values, columns: rowLength)
  }

  public func applyGradient(
    _ gradient: MutableElements<Float>, outputs: Elements<Float>,
    rowLength: Int
  ) {
    KernelSet.active.softmaxGradient(gradient, output: outputs, columns: rowLength)
  }
}
