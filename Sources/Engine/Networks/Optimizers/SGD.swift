internal import Kernels
public import Memory

/// Gradient descent with Keras 3's momentum: m ← μ m - η g; w ← w + m, or w + μ m - η g (Nesterov).
public struct SGD: Optimizer {
  public static let signature = Signature.optimizer(
    "SGD", rate: 0.01,
    [
      Parameter("momentum", .number(ValueRange(lower: 0, upper: 1)), default: .double(0)),
      Parameter("nesterov", .bool, default: .bool(false)),
    ])
  public static let aliases = ["sgd"]
  public var settings: OptimizerSettings
  public let momentum: Float
  public let nesterov: Bool
  public var slotNames: [String] { momentum == 0 ? [] : ["momentum"] }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
    momentum = arguments.float("momentum")
    nesterov = arguments.bool("nesterov")
  }

  public func move(
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
