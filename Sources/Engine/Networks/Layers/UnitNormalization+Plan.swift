internal import Memory
internal import Tensors

extension UnitNormalization: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    plan.add(
      UnitRowStep(
        places: plan.advance(to: site.outputShape.count),
        width: max(site.inputShape.extents.last ?? 1, 1)))
  }
}

/// Each row of the last axis divided by its length.
private struct UnitRowStep: PlanStep {
  let places: StepPlaces
  let width: Int

  func forward(_ context: ChunkContext) {
    let (input, output) = (context.floats(places.input), context.floats(places.output))
    for row in rows(output.count) { UnitRow.normalize(Elements(input), row, into: output) }
  }

  func backward(_ context: ChunkContext) {
    guard let before = places.inputGradient else { return }
    let (input, slopes) = (context.floats(places.input), context.floats(places.outputGradient))
    let result = context.floats(before)
    for row in rows(result.count) {
      UnitRow.gradient(Elements(slopes), Elements(input), row, into: result)
    }
  }

  private func rows(_ count: Int) -> some Sequence<Range<Int>> {
    stride(from: 0, to: count, by: width).lazy.map { $0..<$0 + width }
  }
}
