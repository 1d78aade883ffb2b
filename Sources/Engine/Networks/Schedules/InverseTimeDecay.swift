/// η(t) = η₀ / (1 + r t / s), t / s rounded down where it is a staircase (Keras'
/// `InverseTimeDecay`).
struct InverseTimeDecay: LearningRateSchedule {
  static let signature = Signature(
    "InverseTimeDecay",
    [
      initialParameter, stepsParameter, Parameter("decay_rate", .number(.nonNegative)),
      staircaseParameter, nameParameter,
    ])
  let initial: Double
  let decaySteps: Double
  let decayRate: Double
  let isStaircase: Bool

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    initial = arguments.double("initial_learning_rate")
    decaySteps = arguments.double("decay_steps")
    decayRate = arguments.double("decay_rate")
    isStaircase = arguments.bool("staircase")
  }

  func rate(after done: Int) -> Double {
    let share = Double(done) / decaySteps
    return initial / (1 + decayRate * (isStaircase ? share.rounded(.down) : share))
  }
}
