/// η(t) = η₀ r^(t / s), t / s rounded down where it is a staircase (Keras' `ExponentialDecay`).
public struct ExponentialDecay: LearningRateSchedule {
  public static let signature = Signature(
    "ExponentialDecay",
    [
      initialParameter, stepsParameter, Parameter("decay_rate", .number(.nonNegative)),
      staircaseParameter, nameParameter,
    ])
  public let initial: Double
  public let decaySteps: Double
  public let decayRate: Double
  public let isStaircase: Bool

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    initial = arguments.double("initial_learning_rate")
    decaySteps = arguments.double("decay_steps")
    decayRate = arguments.double("decay_rate")
    isStaircase = arguments.bool("staircase")
  }

  public func rate(after done: Int) -> Double {
    let share = Double(done) / decaySteps
    return initial * DoubleMath.power(decayRate, isStaircase ? share.rounded(.down) : share)
  }
}
