extension Activation: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) -> Int {
    if !site.leavesSums { plan.addActivation(function, site) }
    return 1
  }
}
