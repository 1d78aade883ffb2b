/// η(t) = η₀ r^(t / s), t / s rounded down where it is a staircase (Keras' `ExponentialDecay`).
package struct ExponentialDecay: LearningRateSchedule {
  package static let signature = Signature(
    "ExponentialDecay",
    [
      initialParameter, stepsParameter, Parameter("decay_rate", .number(.nonNegative)),
      staircaseParameter, nameParameter,
    ])
  package let initial: Double
  package let decaySteps: Double
  package let decayRate: Double
  package let isStaircase: Bool

  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    initial = arguments.double("initial_learning_rate")
    decaySteps = arguments.double("decay_steps")
    decayRate = arguments.double("decay_rate")
    isStaircase = arguments.bool("staircase")
  }

  package func rate(after done: Int) -> Double {
    let share = Double(done) / decaySteps
    return initial * DoubleMath.power(decayRate, isStaircase ? share.rounded(.down) : share)
  }
}
