/// η(t) = (η₀ - η₁)(1 - t / s)^p + η₁, and η₁ from step s on; a cycle begins again with a longer s
/// instead (Keras' `PolynomialDecay`).
public struct PolynomialDecay: LearningRateSchedule {
  public static let signature = Signature(
    "PolynomialDecay",
    [
      initialParameter, stepsParameter,
      Parameter("end_learning_rate", .number(.nonNegative), default: .double(0.0001)),
      Parameter("power", .number(.nonNegative), default: .double(1)),
      Parameter("cycle", .bool, default: .bool(false)), nameParameter,
    ])
  public let initial: Double
  public let decaySteps: Double
  public let end: Double
  public let power: Double
  public let isCyclic: Bool

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    initial = arguments.double("initial_learning_rate")
    decaySteps = arguments.double("decay_steps")
    end = arguments.double("end_learning_rate")
    power = arguments.double("power")
    isCyclic = arguments.bool("cycle")
  }

  public func rate(after done: Int) -> Double {
    let share = Double(done) / decaySteps
    let part = isCyclic ? share / max(share.rounded(.up), 1) : min(share, 1)
    return (initial - end) * DoubleMath.power(1 - part, power) + end
  }
}
