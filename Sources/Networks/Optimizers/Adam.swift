internal import Kernels

/// Adam (Kingma and Ba 2015) as Keras 3 has it:
/// w ← w - α m / (√v + ε) with α = η √(1 - β₂ᵗ) / (1 - β₁ᵗ); AMSGrad keeps the largest v.
public struct Adam: Optimizer {
  public static let signature = Signature(
    "Adam",
    [
      learningRate(default: 0.001),
      rate("beta_1", default: 0.9),
      rate("beta_2", default: 0.999),
      epsilonParameter,
      Parameter("amsgrad", .bool, default: .bool(false)),
    ])
  public static let aliases = ["adam"]
  public let learningRate: Float
  public let beta1: Float
  public let beta2: Float
  public let epsilon: Float
  public let amsgrad: Bool

  /// `momentum`, `velocity`, and `velocity_hat` with AMSGrad.
  public var slotNames: [String] {
    ["momentum", "velocity"] + (amsgrad ? ["velocity_hat"] : [])
  }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    learningRate = arguments.float("learning_rate")
    beta1 = arguments.float("beta_1")
    beta2 = arguments.float("beta_2")
    epsilon = arguments.float("epsilon")
    amsgrad = arguments.bool("amsgrad")
  }

  /// α of a step from 1: the learning rate with the correction for moments that began at 0.
  public func stepSize(step: Int) -> Float {
    let first = 1 - Self.power(Double(beta1), step)
    let second = 1 - Self.power(Double(beta2), step)
    return Float(Double(learningRate) * second.squareRoot() / first)
  }

  public func update(
    _ weight: UnsafeMutableBufferPointer<Float>, gradient: UnsafeBufferPointer<Float>,
    slots: [UnsafeMutableBufferPointer<Float>], step: Int
  ) {
    let alpha = stepSize(step: step)
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

  /// By squaring, in double precision: the same bits on every platform, unlike `pow`.
  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}
