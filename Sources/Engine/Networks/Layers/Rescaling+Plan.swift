internal import Memory
internal import Tensors

extension Rescaling: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    plan.add(
      RescalingStep(
        places: plan.advance(to: site.outputShape.count), scale: scale, offset: offset))
  }
}

/// x · scale + offset.
struct RescalingStep: PlanStep {
  let places: StepPlaces
  let scale: Float
  let offset: Float

  func forward(_ context: ChunkContext) {
    let (input, output) = (context.floats(places.input), context.floats(places.output))
    for index in output.indices { output[index] = input[index] * scale + offset }
  }

  func backward(_ context: ChunkContext) {
    guard let before = places.inputGradient else { return }
    let (slopes, target) = (context.floats(places.outputGradient), context.floats(before))
    for index in target.indices { target[index] = slopes[index] * scale }
  }
}
