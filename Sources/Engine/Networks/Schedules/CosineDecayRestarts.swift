/// Cosine decay that begins again, each time `t_mul` times longer and `m_mul` times as high
/// (Loshchilov and Hutter 2017), as Keras' `CosineDecayRestarts` has it.
struct CosineDecayRestarts: LearningRateSchedule {
  static let signature = Signature(
    "CosineDecayRestarts",
    [
      initialParameter, Parameter("first_decay_steps", .number(ValueRange(lower: 1, upper: nil))),
      Parameter("t_mul", .number(ValueRange(lower: 1, upper: nil)), default: .double(2)),
      Parameter("m_mul", .number(.nonNegative), default: .double(1)),
      Parameter("alpha", .number(.nonNegative), default: .double(0)), nameParameter,
    ])
  let initial: Double
  let firstDecaySteps: Double
  let stretch: Double
  let shrinkage: Double
  let alpha: Double

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    initial = arguments.double("initial_learning_rate")
    firstDecaySteps = arguments.double("first_decay_steps")
    stretch = arguments.double("t_mul")
    shrinkage = arguments.double("m_mul")
    alpha = arguments.double("alpha")
  }

  func rate(after done: Int) -> Double {
    var (start, length, height) = (0.0, firstDecaySteps, 1.0)
    if stretch == 1 {
      let restarts = (Double(done) / length).rounded(.down)
      start = restarts * length
      height = DoubleMath.power(shrinkage, restarts)
    } else {
      while Double(done) >= start + length {
        start += length
        length *= stretch
        height *= shrinkage
      }
    }
    let share = (Double(done) - start) / length
    let fall = 0.5 * height * (1 + DoubleMath.cosine(halfTurns: share))
    return initial * ((1 - alpha) * fall + alpha)
  }
}
