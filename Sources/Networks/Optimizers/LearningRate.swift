/// The learning rate of each step.
public struct LearningRate: Sendable {
  /// What the author set, or a callback since then.
  public var initial: Float
  /// Keras 2's `decay` δ: the rate of step t, from 1, is `initial` / (1 + δ (t - 1)).
  public let decay: Float

  init(_ arguments: BoundArguments) {
    initial = arguments.float("learning_rate")
    decay = arguments["decay"]?.number.map { Float($0) } ?? 0
  }

  /// The rate of a step, from 1.
  public func at(step: Int) -> Float {
    guard decay != 0 else { return initial }
    return Float(Double(initial) / (1 + Double(decay) * Double(step - 1)))
  }
}
