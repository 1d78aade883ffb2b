internal import Kernels
internal import Memory

/// f(x) = max(x, 0); its slope at 0 is 0, as in Keras.
///
/// With arguments of the layer `ReLU` it stands for a ``BoundedReLU``.
struct ReLU: ActivationFunction {
  static let signature = Signature(
    "ReLU",
    [
      Parameter("max_value", .number(.nonNegative), default: .some(.none), acceptsNone: true),
      Parameter("negative_slope", .number(.nonNegative), default: .double(0)),
      Parameter("threshold", .number(.nonNegative), default: .double(0)),
    ])
  static let aliases = ["relu"]
  private let bounded: BoundedReLU?

  init() { bounded = nil }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    let function = try BoundedReLU(arguments)
    bounded = function.isPlain ? nil : function
  }

  var meant: any ActivationFunction { bounded ?? self as any ActivationFunction }

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
