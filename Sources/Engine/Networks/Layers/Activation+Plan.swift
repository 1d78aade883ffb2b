extension Activation: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) { plan.addActivation(site) }
}
