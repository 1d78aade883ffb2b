/// The learning rate of each step: a number or a schedule, and Keras 2's decay.
public struct LearningRate: Sendable {
  /// What the author set, or a callback since then; a schedule's rate of the first step.
  public private(set) var initial: Float
  /// What the author gave instead of a number.
  public private(set) var schedule: (any LearningRateSchedule)?
  /// Keras 2's `decay` δ: the rate of step t, from 1, is divided by 1 + δ (t - 1).
  public let decay: Float

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    schedule = try arguments.schedule("learning_rate")
    initial =
      schedule.map { Float($0.rate(after: 0)) } ?? Float(arguments.double("learning_rate"))
    decay = arguments["decay"]?.number.map { Float($0) } ?? 0
  }

  /// The rate of a step, from 1.
  public func at(step: Int) -> Float {
    if schedule == nil && decay == 0 { return initial }
    let rate = schedule?.rate(after: step - 1) ?? Double(initial)
    return Float(rate / (1 + Double(decay) * Double(step - 1)))
  }

  /// The rate that Keras says after so many steps: the number that was set, or the schedule's.
  public func said(after done: Int) -> Float {
    schedule.map { Float($0.rate(after: done)) } ?? initial
  }

  /// Puts a number in the place of the number or the schedule so far.
  mutating func set(_ rate: Float) {
    initial = rate
    schedule = nil
  }
}
