public import Memory

/// How gradients move weights.
///
/// An optimizer has settings that all have alike, and a rule of its own, `move`. What trains
/// calls ``update(_:gradient:slots:step:)``, which brings the two together.
public protocol Optimizer: Component {
  /// The learning rate, and what is done to weights and gradients before each step.
  var settings: OptimizerSettings { get set }
  /// What is kept for each trainable weight between steps.
  var slotNames: [String] { get }
  /// What the numbers of a slot begin with; zero for most.
  func initialValue(ofSlot index: Int) -> Float

  /// Moves a part of one weight by the optimizer's own rule, number by number.
  ///
  /// - Parameters:
  ///   - weight: the weight's numbers, changed in place.
  ///   - gradient: the loss' gradient, as long as `weight`.
  ///   - slots: one buffer for each of `slotNames`, as long as `weight`, changed in place.
  ///   - rate: the learning rate of the step.
  ///   - step: the number of the step, from 1.
  func move(
    _ weight: MutableElements<Float>, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int)
}

extension Optimizer {
  /// The learning rate that was set, or a schedule's first one; a step's own is
  /// `settings.learningRate.at(step:)`.
  public var learningRate: Float { settings.learningRate.initial }

  /// The same optimizer with another learning rate, for callbacks that set it between epochs.
  ///
  /// Slots and steps are kept elsewhere, so training goes on with them; Keras 2's `decay` goes on
  /// too. The number takes the place of a schedule, where Keras refuses: who wants that asks
  /// `settings.learningRate.schedule` first.
  public func with(learningRate: Float) -> any Optimizer {
    var changed = self
    changed.settings.learningRate.set(learningRate)
    return changed
  }

  /// Zero: most slots begin without a past.
  public func initialValue(ofSlot index: Int) -> Float { 0 }

  /// Moves a part of one weight: weight decay, clipping, the optimizer's rule, then the running mean, as in
  /// Keras 3.
  ///
  /// - Parameters:
  ///   - weight: the weight's numbers, changed in place.
  ///   - gradient: the loss' gradient, as long as `weight`.
  ///   - slots: one buffer for each of `keptNames`, as long as `weight`, changed in place.
  ///   - step: the number of the step, from 1.
  public func update(
    _ weight: MutableElements<Float>, gradient: Elements<Float>,
    slots: [MutableElements<Float>], step: Int
  ) {
    let rate = settings.learningRate.at(step: step)
    let own = settings.average == nil ? slots : Array(slots.dropLast())
    settings.shrink(weight, rate: rate)
    settings.clipped(gradient) { gradient, range in
      guard range.count < weight.count else {
        return move(weight, gradient: gradient, slots: own, rate: rate, step: step)
      }
      move(
        weight[range], gradient: gradient, slots: own.map { $0[range] }, rate: rate, step: step)
    }
    if let mean = settings.average, let average = slots.last {
      mean.follow(weight, average: average, step: step)
    }
  }
}
