internal import Memory
internal import Tensors

/// The end of a network: the last activation, the loss and the metrics together.
struct LossHead {
  let loss: any Loss
  /// What the loss is multiplied by, whatever the sample's weight is.
  let lossWeight: Float
  /// Where the loss and the metrics of a sample lie.
  let layout: MetricLayout
  /// Whether the outputs are sums, their activation left to the loss.
  let takesLogits: Bool
  /// What the outputs remember, where a loss or a metric takes it.
  let remembered: RememberedSums?
  /// The layer whose sums are kept beside the outputs, where they can't stand in their place.
  let kept: Int?
  /// The rows of an image's output, for losses and metrics that judge each one.
  let rows: Int
  let form: LabelForm
  /// Whether the loss is the cross-entropy of logits' softmax with a class, which has a kernel.
  let isSoftmaxCrossentropy: Bool
  /// The ends of several outputs, which stand for all else here; nil for one.
  let outputs: OutputHeads?
  /// The layers whose activation is left out.
  let skipped: Set<Int>

  init(model: Model, compilation: Compilation, labelForm: LabelForm) {
    loss = compilation.loss
    lossWeight = compilation.lossWeight
    form = labelForm
    let count = model.outputShape.extents.last ?? 1
    layout = MetricLayout(compilation, model.outputShape, labelForm)
    rows = model.outputShape.count / max(count, 1)
    let lossTakesLogits = type(of: loss).takesLogits
    let isWanted =
      lossTakesLogits || compilation.metrics.contains { type(of: $0.metric).takesLogits }
    remembered = isWanted ? RememberedSums(model, at: model.layers.count - 1) : nil
    takesLogits = lossTakesLogits && remembered.map { $0.inTraining && $0.isAlone } ?? false
    kept = takesLogits ? nil : remembered?.layer
    let isCategorical =
      (loss as? CategoricalCrossentropy)?.labelSmoothing == 0
      || loss is SparseCategoricalCrossentropy
    isSoftmaxCrossentropy =
      isCategorical && (takesLogits || loss.fromLogits && kept == nil)
      && model.outputShape.rank == 1
    outputs =
      compilation.outputs.isEmpty ? nil : OutputHeads(model, compilation.outputs, layout)
    skipped = self.outputs?.skipped ?? (takesLogits ? remembered?.skipped ?? [] : [])
  }

  /// The sums of a batch, and the gradient of its mean loss with respect to `outputs`.
  ///
  /// Samples' weights count in the loss, which is divided by the number of samples, as in Keras 3, and in
  /// the metrics that see them.
  ///
  /// - Parameters:
  ///   - outputs: `[batch, classes]`, logits where `takesLogits`.
  ///   - keptSums: those of `kept`, where the outputs remember them.
  func evaluate(
    _ outputs: Tensor, _ batch: Batch, keptSums: Tensor? = nil
  ) -> (sums: MetricSums, gradient: Tensor) {
    if let heads = self.outputs { return heads.evaluate(outputs, batch) }
    var gradient = outputs
    var sums = MetricSums(layout)
    sums.images = batch.count
    let width = outputs.shape.count / max(batch.count, 1)
    let shown = takesLogits ? remembered?.activation.applied(to: outputs) ?? outputs : outputs
    let logits = takesLogits ? outputs : keptSums
    let judged = type(of: loss).takesLogits ? logits : nil
    for row in 0..<batch.count {
      batch.withTarget(row, form) { target in
        let range = row * width..<(row + 1) * width
        let loss = sampleLoss(judged ?? outputs, range, target, judged != nil, into: &gradient)
        sums.sums[0] += Double(loss * lossFactor(batch, row))
      }
    }
    measure(shown, logits, batch, into: &sums)
    let scale = 1 / Float(max(batch.count, 1))
    for index in gradient.values.indices { gradient.values[index] *= scale }
    if weighsLosses(batch) {
      for row in 0..<batch.count {
        let factor = lossFactor(batch, row)
        for index in row * width..<(row + 1) * width { gradient.values[index] *= factor }
      }
    }
    return (sums, gradient)
  }

  /// Adds what the metrics say of a batch.
  ///
  /// - Parameter logits: for those that take them; nil where there are none.
  private func measure(
    _ shown: Tensor, _ logits: Tensor?, _ batch: Batch, into sums: inout MetricSums
  ) {
    let width = shown.shape.count / max(batch.count, 1)
    var numbers = [Float](repeating: 0, count: layout.count)
    sums.tables = BatchChunks.sum(
      of: Double.self, batch: batch.count, count: layout.tableCount
    ) { images, tables in
      for row in images {
        for column in layout.columns {
          let areLogits = logits != nil && type(of: column.metric).takesLogits
          let judged = areLogits ? logits ?? shown : shown
          batch.withTarget(row, form) { target in
            judged.values.withElements { judged in
              numbers.withMutableElements { numbers in
                column.measure(
                  judged[row * width..<(row + 1) * width], target, rows: rows,
                  areLogits: areLogits, weight: batch.weight(of: row), into: numbers,
                  tables: tables)
              }
            }
          }
        }
        for index in 1..<layout.count { sums.sums[index] += Double(numbers[index]) }
      }
    }
  }

  /// Whether any loss of a batch is multiplied by something.
  func weighsLosses(_ batch: Batch) -> Bool { !batch.weights.isEmpty || lossWeight != 1 }

  /// What the loss of a sample is multiplied by.
  func lossFactor(_ batch: Batch, _ position: Int) -> Float {
    batch.weight(of: position) * lossWeight
  }

  /// Whether the outputs of a pass remember the sums of `kept`.
  func reads(training: Bool) -> Bool {
    kept != nil && (!training || remembered?.inTraining ?? false)
  }

  /// The rows that the loss judges; numbers alone are one.
  var lossRows: Int { type(of: loss).judgesRows ? rows : 1 }

  private func sampleLoss(
    _ outputs: Tensor, _ range: Range<Int>, _ target: Target, _ areLogits: Bool,
    into gradient: inout Tensor
  ) -> Float {
    outputs.values.withElements { values in
      gradient.values.withMutableElements { slopes in
        loss.sample(
          values[range], target: target, rows: lossRows,
          areLogits: areLogits || loss.fromLogits,
          gradient: slopes[range])
      }
    }
  }
}
