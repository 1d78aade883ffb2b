internal import Kernels
internal import Tensors

extension Dense: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    let kernel = plan.weightRange(site.index).lowerBound
    plan.addProduct(
      rows: site.outputShape.count / units, inputs: site.inputShape.extents.last ?? 0,
      units: units, kernel: kernel, bias: usesBias ? plan.parameters[kernel + 1].offset : nil,
      site)
  }
}

extension PlanBuilder {
  /// Adds a product of each image's rows with a kernel, `[inputs, units]`, and the activation.
  ///
  /// - Parameters:
  ///   - kernel: the kernel's place among the parameters.
  ///   - bias: its offset among the weights; nil for none.
  mutating func addProduct(
    rows: Int, inputs: Int, units: Int, kernel: Int, bias: Int?,
    _ site: PlanSite
  ) {
    let whole = site.isTrained && rows == 1 ? batchGradient(inputs: inputs, units: units) : nil
    parameters[kernel].batchGradient = whole
    parameters[kernel].step = steps.count
    add(
      DenseStep(
        places: advance(to: rows * units), rows: rows, inputs: inputs, units: units,
        kernel: parameters[kernel].offset, bias: bias, isTrained: site.isTrained,
        transposed: derivedMemory.reserve(inputs * units),
        zeros: derivedMemory.reserve(max(inputs, units)), function: fused(site),
        batchGradient: whole, forwardTable: WindowTable(rows: rows, of: inputs),
        backwardTable: WindowTable(rows: rows, of: units)))
    addUnfused(site)
  }

  /// Large kernels: sums of chunks would take more memory traffic than arithmetic.
  fileprivate mutating func batchGradient(inputs: Int, units: Int) -> BatchGradient? {
    guard inputs * units >= 1 << 13 else { return nil }
    return BatchGradient(
      inputs: inputs, outputs: units, input: sharedMemory.reserve(batch * inputs),
      gradient: sharedMemory.reserve(batch * units))
  }
}
