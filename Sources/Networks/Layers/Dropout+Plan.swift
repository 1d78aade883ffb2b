internal import Tensors

extension Dropout: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) -> Int {
    let count = site.outputShape.count
    plan.add(
      DropoutStep(
        places: plan.advance(to: count), rate: rate, layerIndex: site.index,
        mask: plan.memory.region(perImage: count)))
    return 1
  }
}
