internal import Tensors

extension PlanBuilder {
  /// The activation that a layer's own step applies; nil where the loss takes the sums, and where
  /// ``addUnfused(_:_:)`` adds a step for it.
  func fused(
    _ function: any ActivationFunction, _ site: PlanSite
  ) -> (any ActivationFunction)? {
    site.leavesSums || site.keepsSums || function is any SumActivation ? nil : function
  }

  /// Adds a step for a layer's activation where its gradient or a loss reads the sums, so that they
  /// are kept.
  mutating func addUnfused(_ function: any ActivationFunction, _ site: PlanSite) {
    guard function is any SumActivation || site.keepsSums, !site.leavesSums else { return }
    addActivation(function, site)
  }

  /// Adds a step for an activation of a layer's output.
  mutating func addActivation(_ function: any ActivationFunction, _ site: PlanSite) {
    if site.keepsSums { keptSums = current }
    add(
      ActivationStep(
        places: advance(to: site.outputShape.count), function: function,
        rowLength: site.outputShape.extents.last ?? 1))
  }
}
