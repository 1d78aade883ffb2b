internal import Kernels

/// How the chunks' gradients become those of the whole batch, in an order of their own.
extension PlanParameters {
  /// The piece's part of the whole batch's gradient.
  func addUp(_ piece: UpdatePiece, _ batch: BatchRun, _ kernels: KernelSet) {
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
    _ batch: BatchRun, _ kernels: KernelSet
  ) {
    let outputs = gradient.outputs
    kernels.batchWeightGradient(
      images: batch.images, chunk: BatchChunks.range(0, batch: batch.images).count,
      inputs: gradient.inputs,
      rows: range.lowerBound / outputs..<range.upperBound / outputs,
      input: batch.shared + gradient.input, outputs: outputs,
      gradient: batch.shared + gradient.gradient,
      into: totals.start + parameter.offset + range.lowerBound)
  }

  private func addUp(
    _ parameter: PlanParameter, _ range: Range<Int>, _ chunks: Int, _ kernels: KernelSet
  ) {
    let start = parameter.offset + range.lowerBound
    sum(range.count, from: start, into: totals.start + start, chunks, kernels)
  }

  private func sum(
    _ count: Int, from start: Int, into total: UnsafeMutablePointer<Float>, _ chunks: Int,
    _ kernels: KernelSet
  ) {
    total.update(from: gradient(ofChunk: 0) + start, count: count)
    for chunk in 1..<max(chunks, 1) {
      kernels.add(
        UnsafeBufferPointer(start: gradient(ofChunk: chunk) + start, count: count),
        to: UnsafeMutableBufferPointer(start: total, count: count))
    }
  }

  /// A gradient `[columns, rows]` becomes `[rows, columns]` on the way.
  private func addTransposed(
    _ parameter: PlanParameter, _ rows: Int, _ range: Range<Int>, _ chunks: Int,
    _ kernels: KernelSet
  ) {
    let columns = parameter.count / rows
    let (first, height) = (range.lowerBound / columns, range.count / columns)
    let spare = totals.start + plan.parameterCount + parameter.offset + range.lowerBound
    for column in 0..<columns {
      sum(
        height, from: parameter.offset + column * rows + first, into: spare + column * height,
        chunks, kernels)
    }
    kernels.transpose(
      rows: columns, columns: height, spare,
      into: totals.start + parameter.offset + range.lowerBound)
  }
}
