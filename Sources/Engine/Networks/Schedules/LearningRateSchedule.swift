/// A learning rate that changes from step to step, given to an optimizer as its `learning_rate`.
public protocol LearningRateSchedule: Component {
  /// The rate of the step that has `done` steps before it: Keras' `schedule(step)`.
  func rate(after done: Int) -> Double
}

extension LearningRateSchedule {
  static var initialParameter: Parameter {
    Parameter("initial_learning_rate", .number(.nonNegative))
  }

  static var stepsParameter: Parameter { Parameter("decay_steps", .number(.positive)) }

  /// `staircase`: whether the rate stays as it is for `decay_steps` steps each.
  static var staircaseParameter: Parameter {
    Parameter("staircase", .bool, default: .bool(false))
  }

  /// `name`, which names nothing here, as in Keras.
  static var nameParameter: Parameter {
    Parameter("name", .text, default: .some(.none), acceptsNone: true)
  }
}
