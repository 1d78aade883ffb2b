internal import Memory

/// Nadam, Adam with Nesterov's momentum (Dozat 2016), as Keras 3 has it: with
/// μₜ = β₁ (1 - 0.96ᵗ / 2) and m, v as in Adam,
/// m̂ = μₜ₊₁ m / (1 - Π μ₁…μₜ₊₁) + (1 - μₜ) g / (1 - Π μ₁…μₜ);
/// w ← w - η m̂ / (√(v / (1 - β₂ᵗ)) + ε).
struct Nadam: Optimizer {
  static let signature = Signature.optimizer(
    "Nadam", rate: 0.001,
    [.rate("beta_1", default: 0.9), .rate("beta_2", default: 0.999), .epsilon],
    takesDecay: false)
  static let aliases = ["nadam"]
  var settings: OptimizerSettings
  let beta1: Float
  let beta2: Float
  /// 1 - β₁ and 1 - β₂.
  let rests: (first: Float, second: Float)
  let epsilon: Float
  var slotNames: [String] { ["momentum", "velocity"] }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
    beta1 = arguments.float("beta_1")
    beta2 = arguments.float("beta_2")
    rests = (arguments.complement("beta_1"), arguments.complement("beta_2"))
    epsilon = arguments.epsilon
  }

  func move(
    _ weight: MutableElements<Float>, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    let (mean, square) = (slots[0], slots[1])
    let (ofMean, ofSlope) = shares(step: step)
    let correction = Float(1 - WholePower.of(Double(beta2), step))
    for index in weight.indices {
      let slope = gradient[index]
      mean[index] += (slope - mean[index]) * rests.first
      square[index] += (slope * slope - square[index]) * rests.second
      let ahead = ofMean * mean[index] + ofSlope * slope
      weight[index] -= ahead * rate / ((square[index] / correction).squareRoot() + epsilon)
    }
  }

  /// What m and g are multiplied with in m̂.
  private func shares(step: Int) -> (mean: Float, slope: Float) {
    let product = momentumProduct(step: step)
    let (now, next) = (momentum(step: step), momentum(step: step + 1))
    return (Float(next / (1 - product * next)), Float((1 - now) / (1 - product)))
  }

  private func momentum(step: Int) -> Double {
    Double(beta1) * (1 - 0.5 * WholePower.of(0.96, step))
  }

  /// Π μ₁…μₜ; no more factors are taken once they can't change 1 - Π.
  private func momentumProduct(step: Int) -> Double {
    var (product, power) = (1.0, 1.0)
    for _ in 0..<step where product > 1e-20 {
      power *= 0.96
      product *= Double(beta1) * (1 - 0.5 * power)
    }
    return product
  }
}
