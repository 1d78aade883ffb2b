internal import Kernels
internal import Tensors

extension SeparableConv2D: PlannedLayer {
  /// Two steps: the depthwise sums, and a product of each pixel's row with the pointwise kernel.
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    let weights = plan.weights(of: site)
    core.lower(into: &plan, at: site, kernel: weights[0].offset, bias: nil, function: nil)
    let width = site.inputShape[2] * core.multiplier
    plan.addProduct(
      rows: site.outputShape[0] * site.outputShape[1], inputs: width, units: filters,
      kernel: plan.weightRange(site.index).lowerBound + 1, bias: usesBias ? weights[2].offset : nil,
      site)
  }
}
