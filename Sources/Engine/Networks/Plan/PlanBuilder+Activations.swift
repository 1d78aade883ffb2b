internal import Tensors

extension PlanBuilder {
  /// The activation that a layer's own step applies; nil for none, where the loss takes the sums, and where
  /// ``addUnfused(_:)`` adds a step for it.
  func fused(_ site: PlanSite) -> (any ActivationFunction)? {
    site.leavesSums || isUnfused(site) || site.function is Linear ? nil : site.function
  }

  /// Whether an activation needs a step of its own: its gradient or a loss reads the sums, so that they are kept.
  private func isUnfused(_ site: PlanSite) -> Bool {
    site.function is any SumActivation || site.keepsSums
  }

  /// Adds a step for a layer's activation where the layer's own can't apply it.
  mutating func addUnfused(_ site: PlanSite) {
    if isUnfused(site) { addActivation(site) }
  }

  /// Adds a step for an activation of a layer's output, unless the loss takes the sums.
  mutating func addActivation(_ site: PlanSite) {
    guard !site.leavesSums, let function = site.function else { return }
    if site.keepsSums { keptSums = current }
    add(
      ActivationStep(
        places: advance(to: site.outputShape.count), function: function,
        rowLength: site.outputShape.extents.last ?? 1))
  }
}
