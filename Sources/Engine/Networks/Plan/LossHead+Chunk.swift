internal import Kernels
internal import Memory

extension LossHead {
  /// MetricSums of a chunk's images and the gradient of `scale` times each one's loss.
  ///
  /// - Parameters:
  ///   - range: which of the batch's samples the chunk has.
  ///   - outputs: `[images, width]`; logits become probabilities here where the head takes them.
  ///   - keptSums: those of `kept`, where the outputs remember them.
  ///   - results: where the losses and metrics of the chunk's images go.
  func judge(
    _ outputs: MutableElements<Float>, _ batch: Batch, _ range: Range<Int>, width: Int,
    lastAxis: Int, keptSums: Elements<Float>?, scale: Float, gradient: MutableElements<Float>,
    results: ChunkResults, kernels: KernelSet
  ) {
    let sums = results.numbers
    results.tables.update(repeating: 0)
    if let heads = self.outputs {
      for (row, position) in range.enumerated() {
        let part = row * width..<(row + 1) * width
        heads.judge(
          outputs[part], batch, position, scale: scale,
          gradient: gradient[part], sums: sums[(row * layout.count)...],
          tables: results.tables)
      }
      return
    }
    let count = layout.count
    if isSoftmaxCrossentropy, batch.hasLabels {
      batch.labels[range].withElements { labels in
        kernels.softmaxCrossEntropy(
          logits: Elements(outputs), labels: labels, columns: width, scale: scale,
          losses: sums, apart: count, gradient: gradient)
      }
    } else {
      let kept = type(of: loss).takesLogits ? keptSums : nil
      let judged = kept ?? Elements(outputs)
      for (row, position) in range.enumerated() {
        let part = row * width..<(row + 1) * width
        sums[row * count] = batch.withTarget(position, form) { target in
          loss.sample(
            judged[part], target: target, rows: lossRows,
            areLogits: takesLogits || kept != nil || loss.fromLogits,
            gradient: gradient[part])
        }
      }
      for index in gradient.indices { gradient[index] *= scale }
    }
    if weighsLosses(batch) { weigh(batch, range, gradient, width: width, sums: sums) }
    if let logits = takesLogits ? Elements(outputs) : keptSums {
      measure(logits, batch, range, width: width, areLogits: true, results)
    }
    if takesLogits { show(outputs, rowLength: lastAxis) }
    let areShown = takesLogits || keptSums != nil
    measure(
      Elements(outputs), batch, range, width: width, areLogits: areShown ? false : nil, results)
  }

  /// The metrics of a chunk's images.
  ///
  /// - Parameter areLogits: whether those that take logits are meant, or the others; nil for all.
  private func measure(
    _ outputs: Elements<Float>, _ batch: Batch, _ range: Range<Int>, width: Int,
    areLogits: Bool?, _ results: ChunkResults
  ) {
    for column in layout.columns
    where areLogits == nil || type(of: column.metric).takesLogits == areLogits {
      for (row, position) in range.enumerated() {
        batch.withTarget(position, form) { target in
          column.measure(
            outputs[row * width..<(row + 1) * width], target, rows: rows,
            areLogits: areLogits ?? false, weight: batch.weight(of: position),
            into: results.numbers[(row * layout.count)...], tables: results.tables)
        }
      }
    }
  }

  /// Multiplies losses and gradients by their weights.
  private func weigh(
    _ batch: Batch, _ range: Range<Int>, _ gradient: MutableElements<Float>, width: Int,
    sums: MutableElements<Float>
  ) {
    for (row, position) in range.enumerated() {
      let weight = lossFactor(batch, position)
      sums[row * layout.count] *= weight
      for index in row * width..<(row + 1) * width { gradient[index] *= weight }
    }
  }

  /// Applies the activation that the loss had taken over.
  func show(_ outputs: MutableElements<Float>, rowLength: Int) {
    if let heads = self.outputs { return heads.show(outputs, width: rowLength) }
    remembered?.activation.apply(outputs, rowLength: rowLength)
  }
}
