internal import Kernels
internal import Memory

/// Adam (Kingma and Ba 2015) as Keras 3 has it:
/// w ← w - α m / (√v + ε) with α = η √(1 - β₂ᵗ) / (1 - β₁ᵗ); AMSGrad keeps the largest v.
struct Adam: Optimizer {
  /// Keras' `Adam`, with what every optimizer takes.
  static let signature = Signature.optimizer("Adam", rate: 0.001, ownParameters)
  /// What `optimizer='adam'` names.
  static let aliases = ["adam"]
  /// Learning rate, weight decay and bounds, as every optimizer has them.
  var settings: OptimizerSettings
  /// β₁, the share that the mean gradient keeps at each step; at least 0 and below 1.
  let beta1: Float
  /// β₂, the share that the mean square keeps at each step; at least 0 and below 1.
  let beta2: Float
  /// 1 - β₁ and 1 - β₂.
  let rests: (first: Float, second: Float)
  /// ε, added to the root; at least 0.
  let epsilon: Float
  /// Whether the largest mean square so far stands for the last one (Reddi, Kale and Kumar 2018).
  let amsgrad: Bool

  static var ownParameters: [Parameter] {
    [
      .rate("beta_1", default: 0.9),
      .rate("beta_2", default: 0.999),
      .epsilon,
      Parameter("amsgrad", .bool, default: .bool(false)),
    ]
  }

  /// `momentum`, `velocity`, and `velocity_hat` with AMSGrad.
  var slotNames: [String] {
    ["momentum", "velocity"] + (amsgrad ? ["velocity_hat"] : [])
  }

  /// - Throws: ``ArgumentError`` for two bounds of the gradient at once, or a schedule that can't
  ///   be made.
  init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
    beta1 = arguments.float("beta_1")
    beta2 = arguments.float("beta_2")
    rests = (arguments.complement("beta_1"), arguments.complement("beta_2"))
    epsilon = arguments.epsilon
    amsgrad = arguments.bool("amsgrad")
  }

  /// α of a step from 1: the learning rate with the correction for moments that began at 0.
  ///
  /// In single precision, as Keras computes it: 1 - β₂ᵗ loses five digits in the first steps.
  private func stepSize(rate: Float, step: Int) -> Float {
    let first = 1 - Float(WholePower.of(Double(beta1), step))
    let second = 1 - Float(WholePower.of(Double(beta2), step))
    return rate * second.squareRoot() / first
  }

  /// Moves the moments, then the weight, by fused kernels without AMSGrad and number by number with
  /// it.
  func move(
    _ weight: MutableElements<Float>, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    let alpha = stepSize(rate: rate, step: step)
    let (mean, square) = (slots[0], slots[1])
    if !amsgrad {
      KernelSet.active.adam(
        weight, mean: mean, meanSquare: square, gradient: gradient, alpha: alpha,
        rest1: rests.first, rest2: rests.second, epsilon: epsilon)
      return
    }
    for index in weight.indices {
      let slope = gradient[index]
      mean[index] += (slope - mean[index]) * rests.first
      square[index] += (slope * slope - square[index]) * rests.second
      slots[2][index] = max(slots[2][index], square[index])
      weight[index] -= mean[index] * alpha / (slots[2][index].squareRoot() + epsilon)
    }
  }
}
