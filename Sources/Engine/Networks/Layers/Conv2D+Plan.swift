internal import Kernels
internal import Tensors

extension Conv2D: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    if lowerPooled(into: &plan, at: site) { return }
    let weights = plan.weights(of: site)
    let shape = shape(at: site)
    let (padded, gradient) = plan.padding(shape)
    let function = plan.fused(site)
    let sparse = plan.sparse(
      shape, rectifies: function is ReLU, isPooled: plan.groups.leadToPooling)
    if sparse?.spareSums != nil {
      plan.parameters[plan.weightRange(site.index).lowerBound].transposedRows = shape.size
    }
    plan.add(
      ConvolutionStep(
        places: plan.advance(to: shape.pixels * shape.filters), shape: shape, padded: padded,
        paddedGradient: gradient, kernel: weights[0].offset,
        bias: usesBias ? weights[1].offset : nil, isTrained: site.isTrained,
        transposed: plan.derivedMemory.reserve(shape.taps.count * shape.channels * shape.filters),
        zeros: plan.zeros, function: function,
        winograd: plan.winograd(shape, shape.extents, isPooled: false), sparse: sparse))
    plan.addUnfused(site)
  }

  private func shape(at site: PlanSite) -> ConvolutionShape {
    ConvolutionShape(
      window.geometry(over: site.inputShape), channels: site.inputShape[2], filters: filters)
  }

  /// With ReLU or none and a 2 by 2 max pooling behind it; false where that isn't so. A ReLU behind the pooling is as
  /// good as one before it: the largest of numbers that it keeps is the largest of all.
  private func lowerPooled(into plan: inout PlanBuilder, at site: PlanSite) -> Bool {
    guard !site.leavesSums, site.function is ReLU || site.function is Linear,
      let pooling = plan.follower as? MaxPooling2D,
      let shape = PooledConvolutionShape(
        shape(at: site), pooling: pooling.window.geometry(over: site.outputShape)),
      plan.currentGradient == nil
        || KernelSet.canAddInputGradient(shape.table, channels: shape.whole.channels)
    else { return false }
    // Winograd's tiles, and with them the rounding, depend on the extents. With a layer between convolution and pooling
    // they have always been those of the whole output: that ends where `numericsVersion` moves.
    let extents = plan.groups.current.count > 1 ? shape.whole.extents : shape.readExtents
    plan.join()
    let isBehind = !(site.function is ReLU) && (plan.follower as? Activation)?.function is ReLU
    if isBehind { plan.join() }
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
        rectifies: isBehind || site.function is ReLU, scratch: plan.scratch(scratch),
        spareSums: plan.scratch(filters),
        winograd: plan.winograd(shape.whole, extents, isPooled: true)))
    return true
  }
}

extension PlanBuilder {
  /// ReLU leaves about half of the numbers, which is few enough for the input's gradient; a pooling leaves one of a
  /// window, which is few enough for the weights' as well.
  fileprivate mutating func sparse(
    _ shape: ConvolutionShape, rectifies: Bool, isPooled: Bool
  ) -> SparseRegions? {
    let sparesInput =
      (rectifies || isPooled) && currentGradient != nil
      && KernelSet.canAddInputGradient(shape.table, channels: shape.channels)
    let sparesWeights = isPooled && shape.table.run >= SparseRegions.shortestRun
    guard sparesInput || sparesWeights else { return nil }
    let words = SparseGradient.words(outputs: shape.filters)
    let spare = KernelSet.inputGradientScratch(pixels: shape.pixels, outputs: shape.filters)
    return SparseRegions(
      masks: memory.region(perImage: 2 * shape.pixels * words),
      scratch: sparesInput ? scratch(spare) : nil,
      spareSums: sparesWeights ? scratch(shape.filters) : nil)
  }

  fileprivate mutating func winograd(
    _ shape: ConvolutionShape, _ extents: (rows: Int, columns: Int), isPooled: Bool
  ) -> WinogradForm? {
    guard !isExact,
      let form = WinogradForm.convolution(shape, extents, isPooled: isPooled)
    else { return nil }
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
