internal import Kernels
internal import Tensors

extension Dense: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) -> Int {
    let inputs = site.inputShape.extents.last ?? 0
    let rows = site.outputShape.count / units
    let first = plan.weightRange(site.index).lowerBound
    let whole =
      site.isTrained && rows == 1 ? plan.batchGradient(inputs: inputs, units: units) : nil
    plan.parameters[first].batchGradient = whole
    plan.add(
      DenseStep(
        places: plan.advance(to: rows * units), rows: rows, inputs: inputs, units: units,
        kernel: plan.parameters[first].offset,
        bias: usesBias ? plan.parameters[first + 1].offset : nil, isTrained: site.isTrained,
        transposed: plan.derivedMemory.reserve(inputs * units), zeros: plan.zeros,
        function: plan.fused(function, site), batchGradient: whole,
        forwardTable: WindowTable(rows: rows, of: inputs),
        backwardTable: WindowTable(rows: rows, of: units)))
    plan.addUnfused(function, site)
    return 1
  }
}

extension PlanBuilder {
  /// Large kernels: sums of chunks would take more memory traffic than arithmetic.
  fileprivate mutating func batchGradient(inputs: Int, units: Int) -> BatchGradient? {
    guard inputs * units >= 1 << 13 else { return nil }
    return BatchGradient(
      inputs: inputs, outputs: units, input: sharedMemory.reserve(batch * inputs),
      gradient: sharedMemory.reserve(batch * units))
  }
}
