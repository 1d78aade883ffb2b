internal import Kernels
internal import Memory

/// Gradient descent with Keras 3's momentum: m ← μ m - η g; w ← w + m, or w + μ m - η g (Nesterov).
struct SGD: ElementwiseOptimizer {
  /// Keras' `SGD`, with what every optimizer takes.
  static let signature = Signature.optimizer(
    "SGD", rate: 0.01,
    [
      Parameter("momentum", .number(ValueRange(lower: 0, upper: 1)), default: .double(0)),
      Parameter("nesterov", .bool, default: .bool(false)),
    ])
  /// What `optimizer='sgd'` names.
  static let aliases = ["sgd"]
  /// Learning rate, weight decay and bounds, as every optimizer has them.
  var settings: OptimizerSettings
  /// μ, the share of the last increment that goes on; from 0 to 1.
  let momentum: Float
  /// Whether the increment is taken from where momentum leads (Nesterov 1983).
  let nesterov: Bool
  /// `momentum`, or nothing where there is none to keep.
  var slotNames: [String] { momentum == 0 ? [] : ["momentum"] }

  /// - Throws: ``ArgumentError`` for two bounds of the gradient at once, or a schedule that can't
  ///   be made.
  init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
    momentum = arguments.float("momentum")
    nesterov = arguments.bool("nesterov")
  }

  /// Moves the weight by one fused kernel, with or without momentum; `step` plays no part.
  func move(
    _ weight: MutableElements<Float>, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    guard let velocity = slots.first else {
      KernelSet.active.sgd(weight, gradient: gradient, rate: rate)
      return
    }
    KernelSet.active.sgd(
      weight, velocity: velocity, gradient: gradient, rate: rate, momentum: momentum,
      nesterov: nesterov)
  }
}
