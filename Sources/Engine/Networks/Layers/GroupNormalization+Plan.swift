internal import Kernels
internal import Memory
internal import Tensors

extension GroupNormalization: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    let core = moments(site.inputShape)
    let offsets = plan.weights(of: site).map(\.offset)
    plan.add(
      GroupNormalizationStep(
        places: plan.advance(to: site.outputShape.count), core: core,
        gamma: scales ? offsets[0] : nil, beta: centers ? offsets.last : nil,
        isTrained: site.isTrained, ones: plan.derivedMemory.reserve(core.channels),
        zeros: plan.derivedMemory.reserve(core.channels), spareSums: plan.scratch(core.channels),
        normal: plan.memory.region(perImage: core.count),
        inverse: plan.memory.region(perImage: core.groups)))
  }
}

/// Normalization of an image by the moments of its groups of channels.
private struct GroupNormalizationStep: PlanStep {
  let places: StepPlaces
  let core: GroupMoments
  /// Offsets of the weights; nil where the layer has none of the kind.
  let gamma: Int?
  let beta: Int?
  let isTrained: Bool
  /// Derived: what stands in for missing weights.
  let ones: Int
  let zeros: Int
  /// Where the gradient of a weight that doesn't exist goes.
  let spareSums: Region
  /// The normalized numbers, and each group's scale, kept for the gradient.
  let normal: Region
  let inverse: Region

  func forward(_ context: ChunkContext) {
    for image in 0..<context.images {
      core.forward(
        Elements(context.floats(places.input, image: image)), gamma: gamma(context),
        beta: Elements(beta.map { context.weights[$0...] } ?? context.derived[zeros...]),
        normal: context.floats(normal, image: image),
        inverse: context.floats(inverse, image: image),
        to: context.floats(places.output, image: image))
    }
  }

  func backward(_ context: ChunkContext) {
    if isTrained, gamma != nil || beta != nil {
      context.kernels.addNormalizationSums(
        rows: context.images * core.positions, channels: core.channels,
        gradient: Elements(context.floats(places.outputGradient)),
        normal: Elements(context.floats(normal)),
        slopes: beta.map { context.gradients[$0...] } ?? context.scratch(spareSums),
        products: gamma.map { context.gradients[$0...] } ?? context.scratch(spareSums))
    }
    guard let before = places.inputGradient else { return }
    for image in 0..<context.images {
      core.backward(
        Elements(context.floats(places.outputGradient, image: image)), gamma: gamma(context),
        normal: Elements(context.floats(normal, image: image)),
        inverse: Elements(context.floats(inverse, image: image)),
        to: context.floats(before, image: image))
    }
  }

  private func gamma(_ context: ChunkContext) -> Elements<Float> {
    Elements(gamma.map { context.weights[$0...] } ?? context.derived[ones...])
  }

  var formParts: Int { gamma == nil ? 1 : 0 }

  func refresh(
    _ part: Int, _ kernels: KernelSet, weights: Elements<Float>,
    derived: MutableElements<Float>
  ) {
    derived[ones..<ones + core.channels].update(repeating: 1)
  }
}
