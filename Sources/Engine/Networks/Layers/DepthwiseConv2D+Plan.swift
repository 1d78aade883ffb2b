internal import Tensors

extension DepthwiseConv2D: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    let weights = plan.weights(of: site)
    core.lower(
      into: &plan, at: site, kernel: weights[0].offset, bias: usesBias ? weights[1].offset : nil,
      function: plan.fused(site))
    plan.addUnfused(site)
  }
}

extension DepthwiseCore {
  /// Adds the step of the sums.
  func lower(
    into plan: inout PlanBuilder, at site: PlanSite, kernel: Int, bias: Int?,
    function: (any ActivationFunction)?
  ) {
    let shape = DepthwiseShape(
      window.geometry(over: site.inputShape), channels: site.inputShape[2], multiplier: multiplier)
    let widened = shape.isWidened ? plan.memory.region(perImage: shape.widenedCount) : nil
    let parts =
      multiplier > 1 && plan.currentGradient != nil
      ? plan.memory.region(perImage: shape.inputPixels * shape.width) : nil
    plan.add(
      DepthwiseStep(
        places: plan.advance(to: shape.pixels * shape.width), shape: shape, widened: widened,
        parts: parts, kernel: kernel, bias: bias, zeros: plan.derivedMemory.reserve(shape.width),
        isTrained: site.isTrained,
        function: function))
  }
}
