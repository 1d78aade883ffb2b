internal import Memory
internal import Tensors

extension Normalization: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    let weights = plan.weights(of: site)
    plan.add(
      FixedNormalizationStep(
        places: plan.advance(to: site.outputShape.count), layer: self,
        channels: site.inputShape.extents.last ?? 0, weights: weights.map(\.range)))
  }
}

/// (x - mean) / √variance with moments that training leaves alone.
private struct FixedNormalizationStep: PlanStep {
  let places: StepPlaces
  let layer: Normalization
  let channels: Int
  /// Where the mean and the variance lie, where they are weights.
  let weights: [Range<Int>]

  func forward(_ context: ChunkContext) {
    let (means, widths) = scales(context)
    let (input, output) = (context.floats(places.input), context.floats(places.output))
    for index in output.indices {
      output[index] = (input[index] - means[index % channels]) / widths[index % channels]
    }
  }

  func backward(_ context: ChunkContext) {
    guard let before = places.inputGradient else { return }
    let widths = scales(context).widths
    let (slopes, target) = (context.floats(places.outputGradient), context.floats(before))
    for index in target.indices { target[index] = slopes[index] / widths[index % channels] }
  }

  private func scales(_ context: ChunkContext) -> (means: [Float], widths: [Float]) {
    layer.scales(channels, weights.map { Elements(context.weights[$0]) })
  }
}
