internal import Memory

/// Nadam, Adam with Nesterov's momentum (Dozat 2016), as Keras 3 has it: with
/// μₜ = β₁ (1 - 0.96ᵗ / 2) and m, v as in Adam,
/// m̂ = μₜ₊₁ m / (1 - Π μ₁…μₜ₊₁) + (1 - μₜ) g / (1 - Π μ₁…μₜ);
/// w ← w - η m̂ / (√(v / (1 - β₂ᵗ)) + ε). All of it, 1 - β too, is computed in single precision.
struct Nadam: ElementwiseOptimizer {
  static let signature = Signature.optimizer(
    "Nadam", rate: 0.001,
    [.rate("beta_1", default: 0.9), .rate("beta_2", default: 0.999), .epsilon],
    takesDecay: false)
  static let aliases = ["nadam"]
  var settings: OptimizerSettings
  let beta1: Float
  let beta2: Float
  let epsilon: Float
  var slotNames: [String] { ["momentum", "velocity"] }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
    beta1 = arguments.float("beta_1")
    beta2 = arguments.float("beta_2")
    epsilon = arguments.epsilon
  }

  func move(
    _ weight: MutableElements<Float>, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    let (mean, square) = (slots[0], slots[1])
    let product = momentumProduct(step: step)
    let (now, next) = (momentum(step: step), momentum(step: step + 1))
    let (ofMean, ofSlope) = (1 - product * next, 1 - product)
    let correction = 1 - Float(WholePower.of(Double(beta2), step))
    for index in weight.indices {
      let slope = gradient[index]
      mean[index] += (slope - mean[index]) * (1 - beta1)
      square[index] += (slope * slope - square[index]) * (1 - beta2)
      let ahead = next * mean[index] / ofMean + (1 - now) * slope / ofSlope
      weight[index] -= ahead * rate / ((square[index] / correction).squareRoot() + epsilon)
    }
  }

  /// μ of a step.
  private func momentum(step: Int) -> Float { beta1 * Self.growth(step: step) }

  /// 1 - 0.96ᵗ / 2.
  private static func growth(step: Int) -> Float {
    1 - 0.5 * Float(WholePower.of(Double(0.96 as Float), step))
  }

  /// Π μ₁…μₜ; no more factors are taken once they can't change 1 - Π.
  private func momentumProduct(step: Int) -> Float {
    var product: Float = 1
    var next = 1
    while next <= step, product > 1e-9 {
      product = product * beta1 * Self.growth(step: next)
      next += 1
    }
    return product
  }
}
