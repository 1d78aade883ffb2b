internal import Kernels
public import Memory

/// Adam (Kingma and Ba 2015) as Keras 3 has it:
/// w ← w - α m / (√v + ε) with α = η √(1 - β₂ᵗ) / (1 - β₁ᵗ); AMSGrad keeps the largest v.
public struct Adam: Optimizer {
  public static let signature = Signature.optimizer("Adam", rate: 0.001, ownParameters)
  public static let aliases = ["adam"]
  public var settings: OptimizerSettings
  public let beta1: Float
  public let beta2: Float
  public let epsilon: Float
  public let amsgrad: Bool

  static var ownParameters: [Parameter] {
    [
      .rate("beta_1", default: 0.9),
      .rate("beta_2", default: 0.999),
      .epsilon,
      Parameter("amsgrad", .bool, default: .bool(false)),
    ]
  }

  /// `momentum`, `velocity`, and `velocity_hat` with AMSGrad.
  public var slotNames: [String] {
    ["momentum", "velocity"] + (amsgrad ? ["velocity_hat"] : [])
  }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
    beta1 = arguments.float("beta_1")
    beta2 = arguments.float("beta_2")
    epsilon = arguments.epsilon
    amsgrad = arguments.bool("amsgrad")
  }

  /// α of a step from 1: the learning rate with the correction for moments that began at 0.
  private func stepSize(rate: Float, step: Int) -> Float {
    let first = 1 - WholePower.of(Double(beta1), step)
    let second = 1 - WholePower.of(Double(beta2), step)
    return Float(Double(rate) * second.squareRoot() / first)
  }

  public func move(
    _ weight: MutableElements<Float>, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    let alpha = stepSize(rate: rate, step: step)
    let (mean, square) = (slots[0], slots[1])
    if !amsgrad {
      KernelSet.active.adam(
        weight, mean: mean, meanSquare: square, gradient: gradient, alpha: alpha, beta1: beta1,
        beta2: beta2, epsilon: epsilon)
      return
    }
    for index in weight.indices {
      let slope = gradient[index]
      mean[index].addProduct(slope - mean[index], 1 - beta1)
      let surplus = (-square[index]).addingProduct(slope, slope)
      square[index].addProduct(surplus, 1 - beta2)
      slots[2][index] = max(slots[2][index], square[index])
      weight[index] -= mean[index] * alpha / (slots[2][index].squareRoot() + epsilon)
    }
  }
}
