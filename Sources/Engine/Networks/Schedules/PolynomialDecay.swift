/// η(t) = (η₀ - η₁)(1 - t / s)^p + η₁, and η₁ from step s on; a cycle begins again with a longer s
/// instead (Keras' `PolynomialDecay`).
struct PolynomialDecay: LearningRateSchedule {
  static let signature = Signature(
    "PolynomialDecay",
    [
      initialParameter, stepsParameter,
      Parameter("end_learning_rate", .number(.nonNegative), default: .double(0.0001)),
      Parameter("power", .number(.nonNegative), default: .double(1)),
      Parameter("cycle", .bool, default: .bool(false)), nameParameter,
    ])
  let initial: Double
  let decaySteps: Double
  let end: Double
  let power: Double
  let isCyclic: Bool

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    initial = arguments.double("initial_learning_rate")
    decaySteps = arguments.double("decay_steps")
    end = arguments.double("end_learning_rate")
    power = arguments.double("power")
    isCyclic = arguments.bool("cycle")
  }

  func rate(after done: Int) -> Double {
    let share = Double(done) / decaySteps
    let part = isCyclic ? share / max(share.rounded(.up), 1) : min(share, 1)
    return (initial - end) * DoubleMath.power(1 - part, power) + end
  }
}
