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
  let beta1: Float
  let beta2: Float
  /// 1 - β₁ and 1 - β₂.
  let rests: (first: Float, second: Float)
  let epsilon: Float
  var slotNames: [String] { ["momentum", "velocity"] }
  var movesWholeWeights: Bool { true }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
    beta1 = arguments.float("beta_1")
    beta2 = arguments.float("beta_2")
    rests = (arguments.complement("beta_1"), arguments.complement("beta_2"))
    epsilon = arguments.epsilon
  }

  func move(
    _ weight: MutableElements<Float>, of facts: WeightFacts, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    let (mean, square) = (slots[0], slots[1])
    let first = 1 - Float(WholePower.of(Double(beta1), step))
    let second = 1 - Float(WholePower.of(Double(beta2), step))
    withSpareElements(of: Float.self, count: weight.count) { change in
      for index in weight.indices {
        let slope = gradient[index]
        mean[index] += (slope - mean[index]) * rests.first
        square[index] += (slope * slope - square[index]) * rests.second
        change[index] = mean[index] / first / ((square[index] / second).squareRoot() + epsilon)
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
