/// η(t) = η₀ r^(t / s), t / s rounded down where it is a staircase (Keras' `ExponentialDecay`).
package struct ExponentialDecay: LearningRateSchedule {
  /// Keras' `ExponentialDecay`, whose name is taken and names nothing.
  package static let signature = Signature(
    "ExponentialDecay",
    [
      initialParameter, stepsParameter, Parameter("decay_rate", .number(.nonNegative)),
      staircaseParameter, nameParameter,
    ])
  /// η₀, the rate before the first step; at least 0.
  let initial: Double
  /// s, the steps in which the rate falls by `decayRate`; above 0.
  let decaySteps: Double
  /// r, what the rate is multiplied by in `decaySteps` steps; at least 0.
  let decayRate: Double
  /// Whether the rate changes only at whole multiples of `decaySteps`.
  let isStaircase: Bool

  /// Reads Keras' arguments, which the signature has checked.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    initial = arguments.double("initial_learning_rate")
    decaySteps = arguments.double("decay_steps")
    decayRate = arguments.double("decay_rate")
    isStaircase = arguments.bool("staircase")
  }

  /// Computed in double precision, where Keras has single.
  package func rate(after done: Int) -> Double {
    let share = Double(done) / decaySteps
    return initial * DoubleMath.power(decayRate, isStaircase ? share.rounded(.down) : share)
  }
}
