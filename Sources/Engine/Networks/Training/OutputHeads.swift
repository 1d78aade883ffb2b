internal import Memory
internal import Tensors

/// The ends of a network with several outputs, which lie behind each other in one row an image.
struct OutputHeads {
  /// The end of one output.
  private struct Head {
    /// Nil for an output that isn't trained.
    let loss: (any Loss)?
    let weight: Float
    /// Where a sample's loss is shown among its numbers; nil where it isn't.
    let place: Int?
    let metrics: [MetricColumn]
    /// What the output remembers, where the loss takes it and the activation is left out.
    let remembered: RememberedSums?
    let form: LabelForm
    /// The output's place in the row.
    let range: Range<Int>
    let rowLength: Int

    var takesLogits: Bool { remembered != nil }
    /// The rows of the output, for losses and metrics that judge each one.
    var rows: Int { range.count / max(rowLength, 1) }
  }

  private let heads: [Head]
  /// The layers whose activation is left to the losses.
  let skipped: Set<Int>
  /// The numbers of a sample: the sum of all losses, each output's own, and the metrics' sums.
  private let layout: MetricLayout

  /// - Parameter model: its last layer takes the outputs, and does nothing with them.
  init(_ model: Model, _ outputs: [OutputLoss], _ layout: MetricLayout) {
    let places = model.layers.last?.inputs ?? []
    precondition(places.count == outputs.count, "OutputHeads: \(places.count) outputs")
    var (heads, skipped, start) = ([Head](), Set<Int>(), 0)
    var shown = 1..<layout.losses
    for ((place, output), metrics) in zip(zip(places, outputs), layout.outputs) {
      let remembered = output.loss.flatMap { Self.remembered(model, at: place, for: $0) }
      if let remembered { skipped.formUnion(remembered.skipped) }
      let rowLength = output.shape.extents.last ?? 1
      heads.append(
        Head(
          loss: output.loss, weight: output.weight,
          place: output.loss == nil ? nil : shown.popFirst(), metrics: metrics,
          remembered: remembered, form: output.form,
          range: start..<start + output.shape.count, rowLength: rowLength))
      start += output.shape.count
    }
    (self.heads, self.skipped) = (heads, skipped)
    self.layout = layout
  }

  /// What an output remembers for its loss, unless something else reads the activation's numbers.
  private static func remembered(
    _ model: Model, at place: Int, for loss: any Loss
  ) -> RememberedSums? {
    guard type(of: loss).takesLogits, RememberedSums.readers(of: place, model) == 1,
      let remembered = RememberedSums(model, at: place), remembered.isAlone, remembered.inTraining
    else { return nil }
    return remembered
  }

  /// The sums of one sample, and the gradient of `scale` times the sum of its losses.
  ///
  /// - Parameters:
  ///   - outputs: the row of all outputs; logits become what is shown here.
  ///   - sums: the sample's numbers, overwritten.
  ///   - tables: what metrics count, added to.
  func judge(
    _ outputs: MutableElements<Float>, _ batch: Batch, _ position: Int, scale: Float,
    gradient: MutableElements<Float>, sums: MutableElements<Float>,
    tables: MutableElements<Double>
  ) {
    var total: Float = 0
    for (index, head) in heads.enumerated() {
      let row = outputs[head.range]
      let slopes = gradient[head.range]
      let sampleWeight = batch.weight(of: position, part: index)
      batch.withTarget(position, part: index, head.form) { target in
        let loss = sampleWeight * self.loss(of: row, head, target, gradient: slopes)
        if let place = head.place { sums[place] = loss }
        total += head.weight * loss
        let factor = scale * head.weight * sampleWeight
        for number in slopes.indices { slopes[number] *= factor }
        measure(head, row, target, sampleWeight, areLogits: true, sums, tables)
        head.remembered?.activation.apply(row, rowLength: head.rowLength)
        measure(head, row, target, sampleWeight, areLogits: false, sums, tables)
      }
    }
    sums[0] = total
  }

  /// The loss of an output, and its slopes: nothing for one that isn't trained.
  private func loss(
    of row: MutableElements<Float>, _ head: Head, _ target: Target,
    gradient: MutableElements<Float>
  ) -> Float {
    guard let loss = head.loss else {
      for number in gradient.indices { gradient[number] = 0 }
      return 0
    }
    return loss.sample(
      Elements(row), target: target, rows: type(of: loss).judgesRows ? head.rows : 1,
      areLogits: head.takesLogits || loss.fromLogits, gradient: gradient)
  }

  /// The metrics of a sample that take logits, or the others.
  private func measure(
    _ head: Head, _ row: MutableElements<Float>, _ target: Target, _ weight: Float,
    areLogits: Bool, _ sums: MutableElements<Float>, _ tables: MutableElements<Double>
  ) {
    for column in head.metrics
    where (head.takesLogits && type(of: column.metric).takesLogits) == areLogits {
      column.measure(
        Elements(row), target, rows: head.rows, areLogits: areLogits, weight: weight, into: sums,
        tables: tables)
    }
  }

  /// Applies the activations that the losses had taken over to rows of `width`.
  func show(_ outputs: MutableElements<Float>, width: Int) {
    for start in stride(from: 0, to: outputs.count, by: width) {
      for head in heads where head.takesLogits {
        let range = start + head.range.lowerBound..<start + head.range.upperBound
        head.remembered?.activation.apply(outputs[range], rowLength: head.rowLength)
      }
    }
  }

  /// The sums of a batch, and the gradient of its mean loss with respect to `outputs`.
  func evaluate(_ outputs: Tensor, _ batch: Batch) -> (sums: MetricSums, gradient: Tensor) {
    var (outputs, gradient) = (outputs, outputs)
    var sums = MetricSums(layout)
    sums.images = batch.count
    var own = [Float](repeating: 0, count: layout.count)
    let width = outputs.values.count / max(batch.count, 1)
    sums.tables = BatchChunks.sum(
      of: Double.self, batch: batch.count, count: layout.tableCount
    ) { images, tables in
      for row in images {
        let range = row * width..<(row + 1) * width
        outputs.values.withMutableElements { outputs in
          gradient.values.withMutableElements { gradient in
            own.withMutableElements { own in
              judge(
                outputs[range], batch, row, scale: 1 / Float(batch.count),
                gradient: gradient[range], sums: own, tables: tables)
            }
          }
        }
        for index in sums.sums.indices { sums.sums[index] += Double(own[index]) }
      }
    }
    return (sums, gradient)
  }
}
