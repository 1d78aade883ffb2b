/// η(t) = η₀ ((1 - α)(1 + cos(π t / s)) / 2 + α), and α η₀ from step s on (Loshchilov and Hutter
/// 2017), as Keras' `CosineDecay` has it.
///
/// With a warm-up the rate first climbs in a straight line to the target, from which it then
/// falls.
struct CosineDecay: LearningRateSchedule {
  static let signature = Signature(
    "CosineDecay",
    [
      initialParameter, stepsParameter,
      Parameter("alpha", .number(.nonNegative), default: .double(0)), nameParameter,
      Parameter("warmup_target", .number(.nonNegative), default: .some(.none), acceptsNone: true),
      Parameter("warmup_steps", .number(.nonNegative), default: .int(0)),
    ])
  let initial: Double
  let decaySteps: Double
  let alpha: Double
  /// Nil where there is no warm-up.
  let warmupTarget: Double?
  let warmupSteps: Double

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    initial = arguments.double("initial_learning_rate")
    decaySteps = arguments.double("decay_steps")
    alpha = arguments.double("alpha")
    warmupTarget = arguments["warmup_target"]?.number
    // As in Keras, steps without a target are none.
    warmupSteps = warmupTarget == nil ? 0 : arguments.double("warmup_steps")
  }

  func rate(after done: Int) -> Double {
    let top = warmupTarget ?? initial
    let step = Double(done)
    if step < warmupSteps { return initial + (top - initial) * (step / warmupSteps) }
    let share = min((step - warmupSteps) / decaySteps, 1)
    return top * ((1 - alpha) * 0.5 * (1 + DoubleMath.cosine(halfTurns: share)) + alpha)
  }
}
