internal import Memory

/// Adamax (Kingma and Ba 2015, section 7.1) as Keras 3 has it: m ← m + (1 - β₁)(g - m);
/// u ← max(β₂ u, |g|); w ← w - η m / ((1 - β₁ᵗ)(u + ε)).
struct Adamax: ElementwiseOptimizer {
  static let signature = Signature.optimizer(
    "Adamax", rate: 0.001,
    [.rate("beta_1", default: 0.9), .rate("beta_2", default: 0.999), .epsilon])
  static let aliases = ["adamax"]
  var settings: OptimizerSettings
  let beta1: Float
  let beta2: Float
  /// 1 - β₁.
  let rest: Float
  let epsilon: Float
  var slotNames: [String] { ["momentum", "norm"] }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
    beta1 = arguments.float("beta_1")
    rest = arguments.complement("beta_1")
    beta2 = arguments.float("beta_2")
    epsilon = arguments.epsilon
  }

  func move(
    _ weight: MutableElements<Float>, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    let (mean, norm) = (slots[0], slots[1])
    let correction = 1 - Float(WholePower.of(Double(beta1), step))
    for index in weight.indices {
      let slope = gradient[index]
      mean[index] += (slope - mean[index]) * rest
      let shrunk = beta2 * norm[index]
      // Written so that NaN in the gradient shows in the weight.
      norm[index] = shrunk > abs(slope) ? shrunk : abs(slope)
      weight[index] -= rate * mean[index] / (correction * (norm[index] + epsilon))
    }
  }
}
