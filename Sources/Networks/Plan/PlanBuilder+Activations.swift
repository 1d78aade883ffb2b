internal import Tensors

extension PlanBuilder {
  /// The activation that a layer's own step applies; nil where the loss takes the sums, and where
  /// ``addUnfused(_:_:)`` adds a step for it.
  func fused(
    _ function: any ActivationFunction, _ index: Int
  ) -> (any ActivationFunction)? {
    skipsActivation(index) || function is any SumActivation ? nil : function
  }

  /// Adds a step for a layer's activation whose gradient reads the sums, so that they are kept.
  mutating func addUnfused(_ function: any ActivationFunction, _ index: Int) {
    guard function is any SumActivation, !skipsActivation(index) else { return }
    let shape = model.layers[index].outputShape
    steps.append(
      ActivationStep(
        places: advance(to: shape.count), function: function,
        rowLength: shape.extents.last ?? 1))
  }
}
