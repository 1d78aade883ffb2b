internal import Memory

/// Follow the regularized leader (McMahan and others 2013) as Keras 3 has it. With accumulators n and z,
/// n' = n + g²; z ← z + g + 2 s w - (n'ᵖ - nᵖ) w / η; w ← (clip(z, ±λ₁) - z) / (n'ᵖ / η + 2 λ₂ + β / η),
/// where p is -`learning_rate_power` and s the shrinkage.
struct Ftrl: ElementwiseOptimizer {
  static let signature = Signature.optimizer(
    "Ftrl", rate: 0.001,
    [
      Parameter(
        "learning_rate_power", .number(ValueRange(lower: nil, upper: 0)), default: .double(-0.5)),
      amount("initial_accumulator_value", default: 0.1),
      amount("l1_regularization_strength"),
      amount("l2_regularization_strength"),
      amount("l2_shrinkage_regularization_strength"),
      Parameter("beta", .number(.any), default: .double(0)),
    ],
    takesDecay: false)
  static let aliases = ["ftrl"]
  var settings: OptimizerSettings
  /// What `n` is raised to.
  let power: Float
  let initial: Float
  let l1: Float
  let l2: Float
  let shrinkage: Float
  let beta: Float
  var slotNames: [String] { ["accumulator", "linear"] }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
    power = -arguments.float("learning_rate_power")
    initial = arguments.float("initial_accumulator_value")
    l1 = arguments.float("l1_regularization_strength")
    l2 = arguments.float("l2_regularization_strength")
    shrinkage = arguments.float("l2_shrinkage_regularization_strength")
    beta = arguments.float("beta")
  }

  private static func amount(_ name: String, default value: Double = 0) -> Parameter {
    Parameter(name, .number(.nonNegative), default: .double(value))
  }

  func initialValue(ofSlot index: Int) -> Float { index == 0 ? initial : 0 }

  func move(
    _ weight: MutableElements<Float>, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    let (sum, linear) = (slots[0], slots[1])
    let ridge = 2 * (l2 + beta / (2 * rate))
    for index in weight.indices {
      let (slope, old) = (gradient[index], weight[index])
      let grown = sum[index] + slope * slope
      let (after, before) = (raised(grown), raised(sum[index]))
      linear[index] += slope + 2 * shrinkage * old - (after - before) / rate * old
      let clipped = min(max(linear[index], -l1), l1)
      weight[index] = (clipped - linear[index]) / (after / rate + ridge)
      sum[index] = grown
    }
  }

  /// n to the power p: a root where p is one half, as nearly always.
  private func raised(_ sum: Float) -> Float {
    power == 0.5 ? sum.squareRoot() : Float(DoubleMath.power(Double(sum), Double(power)))
  }
}
