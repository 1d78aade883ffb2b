internal import Tensors

extension Merge: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    plan.add(
      MergeStep(places: plan.advance(to: site.outputShape.count), row: row(site.outputShape)))
  }
}
