public import Memory

/// How gradients move weights.
///
/// An optimizer has settings that all have alike, and a rule of its own, `move`. What trains
/// calls ``update(_:of:gradient:slots:step:)``, which brings the two together.
public protocol Optimizer: Component {
  /// The learning rate, and what is done to weights and gradients before each step.
  var settings: OptimizerSettings { get set }
  /// What is kept for each trainable weight between steps.
  var slotNames: [String] { get }
  /// Whether a slot of a weight is used at all; all are, but for optimizers with more than one rule.
  func uses(slot index: Int, of facts: WeightFacts) -> Bool
  /// What the numbers of a slot begin with; zero for most.
  func initialValue(ofSlot index: Int) -> Float

  /// Whether a step needs all numbers of a weight at once; ``ElementwiseOptimizer`` says no.
  var movesWholeWeights: Bool { get }
  /// Which of its rules moves a weight, where that depends on the weight's name; nil where there is one rule.
  func rule(for facts: WeightFacts) -> String?
  /// λ of the weight decay of a weight; nil where there is none.
  func weightDecay(of facts: WeightFacts) -> Float?

  /// Moves a weight, or a part of one, by the optimizer's own rule.
  ///
  /// - Parameters:
  ///   - weight: the weight's numbers, changed in place.
  ///   - facts: what weight it is.
  ///   - gradient: the loss' gradient, as long as `weight`.
  ///   - slots: one buffer for each of `slotNames`, as long as `weight`, changed in place.
  ///   - rate: the learning rate of the step.
  ///   - step: the number of the step, from 1.
  func move(
    _ weight: MutableElements<Float>, of facts: WeightFacts, gradient: Elements<Float>,
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

  /// True: most have one rule for all weights.
  public func uses(slot index: Int, of facts: WeightFacts) -> Bool { true }

  /// Nil: names mean nothing to most.
  public func rule(for facts: WeightFacts) -> String? { nil }

  /// The one that was set, for all weights alike.
  public func weightDecay(of facts: WeightFacts) -> Float? { settings.weightDecay }

  /// Moves a weight, or a part of one unless ``movesWholeWeights``: weight decay, clipping, the optimizer's
  /// rule, then the running mean, as in Keras 3.
  ///
  /// - Parameters:
  ///   - weight: the weight's numbers, changed in place.
  ///   - facts: what weight it is.
  ///   - gradient: the loss' gradient, as long as `weight`.
  ///   - slots: one buffer for each of `keptNames`, as long as `weight`, changed in place.
  ///   - step: the number of the step, from 1.
  public func update(
    _ weight: MutableElements<Float>, of facts: WeightFacts, gradient: Elements<Float>,
    slots: [MutableElements<Float>], step: Int
  ) {
    let rate = settings.learningRate.at(step: step)
    let own = settings.average == nil ? slots : Array(slots.dropLast())
    if let decay = weightDecay(of: facts) { settings.shrink(weight, by: decay, rate: rate) }
    settings.clipped(gradient, whole: movesWholeWeights) { gradient, range in
      guard range.count < weight.count else {
        return move(weight, of: facts, gradient: gradient, slots: own, rate: rate, step: step)
      }
      move(
        weight[range], of: facts, gradient: gradient, slots: own.map { $0[range] }, rate: rate,
        step: step)
    }
    if let mean = settings.average, let average = slots.last {
      mean.follow(weight, average: average, step: step)
    }
  }
}
