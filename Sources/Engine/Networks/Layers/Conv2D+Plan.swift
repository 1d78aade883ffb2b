internal import Kernels
internal import Tensors

extension Conv2D: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) -> Int {
    if let count = lowerPooled(into: &plan, at: site) { return count }
    let weights = plan.weights(of: site)
    let shape = shape(at: site)
    let (padded, gradient) = plan.padding(shape)
    let zerosAreKnown = function is ReLU && !site.leavesSums ? plan.sparse(shape) : nil
    plan.add(
      ConvolutionStep(
        places: plan.advance(to: shape.pixels * shape.filters), shape: shape, padded: padded,
        paddedGradient: gradient, kernel: weights[0].offset,
        bias: usesBias ? weights[1].offset : nil, isTrained: site.isTrained,
        transposed: plan.derivedMemory.reserve(shape.taps.count * shape.channels * shape.filters),
        zeros: plan.zeros, function: plan.fused(function, site),
        winograd: plan.winograd(shape, pooled: nil), sparse: zerosAreKnown))
    plan.addUnfused(function, site)
    return 1
  }

  private func shape(at site: PlanSite) -> ConvolutionShape {
    ConvolutionShape(
      window.geometry(over: site.inputShape), channels: site.inputShape[2], filters: filters)
  }

  /// With ReLU or none and a 2 by 2 max pooling behind it; gives the number of layers.
  private func lowerPooled(into plan: inout PlanBuilder, at site: PlanSite) -> Int? {
    guard !site.leavesSums, let next = plan.onlyFollower(of: site),
      let pooling = next.layer as? MaxPooling2D, function is ReLU || function is Linear,
      let shape = PooledConvolutionShape(
        shape(at: site), pooling: pooling.window.geometry(over: site.outputShape)),
      plan.currentGradient == nil
        || KernelSet.canAddInputGradient(shape.table, channels: shape.whole.channels)
    else { return nil }
    let first = plan.weightRange(site.index).lowerBound
    let (padded, gradient) = plan.padding(shape.whole)
    if !shape.isFirst { plan.parameters[first].transposedRows = shape.whole.size }
    let scratch = KernelSet.inputGradientScratch(pixels: shape.positions, outputs: filters)
    plan.add(
      PooledConvolutionStep(
        places: plan.advance(to: shape.rows * shape.columns * filters), shape: shape,
        padded: padded, paddedGradient: gradient,
        masks: plan.memory.region(perImage: shape.maskFloats),
        kernel: plan.parameters[first].offset,
        bias: usesBias ? plan.parameters[first + 1].offset : nil, isTrained: site.isTrained,
        blocked: plan.derivedMemory.reserve(shape.whole.size * filters), zeros: plan.zeros,
        rectifies: function is ReLU, scratch: plan.scratch(scratch),
        spareSums: plan.scratch(filters),
        winograd: plan.winograd(shape.whole, pooled: (shape.rows, shape.columns))))
    return 2
  }
}

extension PlanBuilder {
  fileprivate mutating func sparse(
    _ shape: ConvolutionShape
  ) -> (masks: Region, scratch: Region)? {
    guard currentGradient != nil,
      KernelSet.canAddInputGradient(shape.table, channels: shape.channels)
    else { return nil }
    let words = SparseGradient.words(outputs: shape.filters)
    return (
      memory.region(perImage: 2 * shape.pixels * words),
      scratch(KernelSet.inputGradientScratch(pixels: shape.pixels, outputs: shape.filters))
    )
  }

  fileprivate mutating func winograd(
    _ shape: ConvolutionShape, pooled: (rows: Int, columns: Int)?
  ) -> WinogradForm? {
    guard !isExact, let form = WinogradForm.convolution(shape, pooled: pooled) else { return nil }
    return WinogradForm(
      convolution: form, weights: derivedMemory.reserve(form.weightCount),
      scratch: scratch(form.scratchCount))
  }

  /// Room for an input with its padding and, where wanted, for its gradient.
  mutating func padding(_ shape: ConvolutionShape) -> (Region?, Region?) {
    guard shape.isPadded else { return (nil, nil) }
    let padded = memory.region(perImage: shape.paddedCount)
    return (padded, currentGradient == nil ? nil : memory.region(perImage: shape.paddedCount))
  }
}
