internal import Kernels
internal import Memory

/// How the chunks' gradients become those of the whole batch, in an order of their own.
extension PlanParameters {
  /// The piece's part of the whole batch's gradient.
  func addUp(_ piece: UpdatePiece, _ batch: BatchContext, _ kernels: KernelSet) {
    let chunks = BatchChunks.count(batch: batch.images)
    let parameter = plan.parameters[piece.weight]
    if let whole = parameter.batchGradient {
      compute(whole, parameter, piece.range, batch, kernels)
    } else if let rows = parameter.transposedRows {
      addTransposed(parameter, rows, piece.range, chunks, kernels)
    } else {
      addUp(parameter, piece.range, chunks, kernels)
    }
  }

  private func compute(
    _ gradient: BatchGradient, _ parameter: PlanParameter, _ range: Range<Int>,
    _ batch: BatchContext, _ kernels: KernelSet
  ) {
    let outputs = gradient.outputs
    kernels.batchWeightGradient(
      images: batch.images, chunk: BatchChunks.range(0, batch: batch.images).count,
      inputs: gradient.inputs,
      rows: range.lowerBound / outputs..<range.upperBound / outputs,
      input: Elements(batch.shared[gradient.input...]), outputs: outputs,
      gradient: Elements(batch.shared[gradient.gradient...]),
      into: totals.elements[parameter.range(range)])
  }

  private func addUp(
    _ parameter: PlanParameter, _ range: Range<Int>, _ chunks: Int, _ kernels: KernelSet
  ) {
    let place = parameter.range(range)
    sum(place, into: totals.elements[place], chunks, kernels)
  }

  private func sum(
    _ place: Range<Int>, into total: MutableElements<Float>, _ chunks: Int, _ kernels: KernelSet
  ) {
    total.update(from: gradient(ofChunk: 0)[place])
    for chunk in 1..<max(chunks, 1) {
      kernels.add(Elements(gradient(ofChunk: chunk)[place]), to: total)
    }
  }

  /// A gradient `[columns, rows]` becomes `[rows, columns]` on the way.
  private func addTransposed(
    _ parameter: PlanParameter, _ rows: Int, _ range: Range<Int>, _ chunks: Int,
    _ kernels: KernelSet
  ) {
    let columns = parameter.count / rows
    let (first, height) = (range.lowerBound / columns, range.count / columns)
    let place = parameter.range(range)
    let spare = totals.elements[plan.parameterCount...][place]
    for column in 0..<columns {
      let start = parameter.offset + column * rows + first
      sum(
        start..<start + height, into: spare[column * height..<(column + 1) * height], chunks,
        kernels)
    }
    kernels.transpose(
      rows: columns, columns: height, Elements(spare), into: totals.elements[place])
  }
}
