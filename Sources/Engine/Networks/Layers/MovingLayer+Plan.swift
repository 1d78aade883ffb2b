internal import Tensors

extension MovingLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) -> Int {
    plan.add(
      MovingStep(
        places: plan.advance(to: site.outputShape.count), map: map(for: site.inputShape)))
    return 1
  }
}
