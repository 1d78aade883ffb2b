internal import Kernels
package import Memory

/// Gradient descent with Keras 3's momentum: m ← μ m - η g; w ← w + m, or w + μ m - η g (Nesterov).
package struct SGD: Optimizer {
  package static let signature = Signature.optimizer(
    "SGD", rate: 0.01,
    [
      Parameter("momentum", .number(ValueRange(lower: 0, upper: 1)), default: .double(0)),
      Parameter("nesterov", .bool, default: .bool(false)),
    ])
  package static let aliases = ["sgd"]
  package var settings: OptimizerSettings
  package let momentum: Float
  package let nesterov: Bool
  package var slotNames: [String] { momentum == 0 ? [] : ["momentum"] }

  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
    momentum = arguments.float("momentum")
    nesterov = arguments.bool("nesterov")
  }

  package func move(
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
