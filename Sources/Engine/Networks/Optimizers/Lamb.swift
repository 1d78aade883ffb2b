internal import Memory

/// LAMB (You and others 2020), Adam with a step as long as the weight is large: with m̂ and v̂ of Adam and
/// u = m̂ / (√v̂ + ε), w ← w - η ‖w‖ / ‖u‖ u; the norms are of the whole weight, and their ratio is 1 where one is 0.
struct Lamb: Optimizer {
  static let signature = Signature.optimizer(
    "Lamb", rate: 0.001,
    [.rate("beta_1", default: 0.9), .rate("beta_2", default: 0.999), .epsilon],
    takesDecay: false)
  /// None: Keras 3.15.1 finds no `'lamb'`.
  static let aliases: [String] = []
  var settings: OptimizerSettings
  /// Adam's β₁, β₂ and ε.
  private let rule: AdamRule
  var slotNames: [String] { ["momentum", "velocity"] }
  var movesWholeWeights: Bool { true }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
    rule = AdamRule(
      beta1: arguments.double("beta_1"), beta2: arguments.double("beta_2"),
      epsilon: arguments.epsilon)
  }

  func move(
    _ weight: MutableElements<Float>, of facts: WeightFacts, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    let (mean, square) = (slots[0], slots[1])
    let (first, second) = rule.corrections(step: step)
    withSpareElements(of: Float.self, count: weight.count) { change in
      for index in weight.indices {
        let slope = gradient[index]
        mean[index] += (slope - mean[index]) * rule.rests.first
        square[index] += (slope * slope - square[index]) * rule.rests.second
        change[index] = mean[index] / first / ((square[index] / second).squareRoot() + rule.epsilon)
      }
      let pace = rate * Self.ratio(Elements(weight), Elements(change))
      for index in weight.indices { weight[index] -= pace * change[index] }
    }
  }

  private static func ratio(_ weight: Elements<Float>, _ change: Elements<Float>) -> Float {
    let norms = [weight, change].map { NormBound.squares(of: $0).squareRoot() }
    return norms.contains(0) ? 1 : Float(norms[0] / norms[1])
  }
}
