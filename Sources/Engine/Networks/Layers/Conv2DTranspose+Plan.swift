internal import Tensors

extension Conv2DTranspose: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    let weights = plan.weights(of: site)
    let shape = TransposedShape(
      window.geometry(over: site.outputShape), channels: site.inputShape[2], filters: filters)
    plan.add(
      TransposedStep(
        places: plan.advance(to: site.outputShape.count), shape: shape,
        padded: shape.isPadded ? plan.memory.region(perImage: shape.paddedCount) : nil,
        paddedGradient: shape.convolution.isPadded
          ? plan.memory.region(perImage: shape.convolution.paddedCount) : nil,
        kernel: weights[0].offset, bias: usesBias ? weights[1].offset : nil,
        transposed: plan.derivedMemory.reserve(weights[0].count), zeros: plan.zeros,
        isTrained: site.isTrained, function: plan.fused(site)))
    plan.addUnfused(site)
  }
}
