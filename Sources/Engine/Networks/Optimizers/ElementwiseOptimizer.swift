public import Memory

/// An optimizer that moves each number of a weight by itself, so that threads can share a weight out.
public protocol ElementwiseOptimizer: Optimizer {
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

extension ElementwiseOptimizer {
  /// False: parts do.
  public var movesWholeWeights: Bool { false }

  /// Moves the part; what weight it is of plays no role.
  public func move(
    _ weight: MutableElements<Float>, of facts: WeightFacts, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    move(weight, gradient: gradient, slots: slots, rate: rate, step: step)
  }
}
