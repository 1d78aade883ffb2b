internal import Memory

/// Adam (Kingma and Ba 2015) as Keras 3 has it:
/// w ← w - α m / (√v + ε) with α = η √(1 - β₂ᵗ) / (1 - β₁ᵗ); AMSGrad keeps the largest v.
struct Adam: ElementwiseOptimizer {
  /// Keras' `Adam`, with what every optimizer takes.
  static let signature = Signature.optimizer("Adam", rate: 0.001, ownParameters)
  /// What `optimizer='adam'` names.
  static let aliases = ["adam"]
  /// Learning rate, weight decay and bounds, as every optimizer has them.
  var settings: OptimizerSettings
  /// β₁, β₂ and ε.
  private let rule: AdamRule
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
    rule = AdamRule(
      beta1: arguments.double("beta_1"), beta2: arguments.double("beta_2"),
      epsilon: arguments.epsilon)
    amsgrad = arguments.bool("amsgrad")
  }

  /// Moves the moments, then the weight, by fused kernels without AMSGrad and number by number with
  /// it.
  func move(
    _ weight: MutableElements<Float>, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    let (mean, square) = (slots[0], slots[1])
    if !amsgrad {
      rule.move(
        weight, mean: mean, meanSquare: square, gradient: gradient, rate: rate, step: step)
      return
    }
    let alpha = rule.stepSize(rate: rate, step: step)
    for index in weight.indices {
      let slope = gradient[index]
      mean[index] += (slope - mean[index]) * rule.rests.first
      square[index] += (slope * slope - square[index]) * rule.rests.second
      slots[2][index] = max(slots[2][index], square[index])
      weight[index] -= mean[index] * alpha / (slots[2][index].squareRoot() + rule.epsilon)
    }
  }
}
