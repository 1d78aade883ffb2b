internal import Memory
internal import Tensors

/// The end of a network: the last activation, the loss and the metrics together.
struct LossHead {
  let loss: any Loss
  let metrics: [any Metric]
  /// Whether the loss takes the last layer's sums, its activation left out.
  let takesLogits: Bool
  let activation: (any ActivationFunction)?
  let form: LabelForm
  /// Whether the loss is the cross-entropy of logits' softmax with a class, which has a kernel.
  let isSoftmaxCrossentropy: Bool
  /// The ends of several outputs, which stand for all else here; nil for one.
  let outputs: OutputHeads?
  /// The layers whose activation is left out.
  let skipped: Set<Int>

  init(model: Model, compilation: Compilation, labelForm: LabelForm) {
    loss = compilation.loss
    form = labelForm
    let count = model.outputShape.extents.last ?? 1
    metrics = compilation.metrics.map {
      $0.metric.resolved(outputCount: count, labelForm: labelForm)
    }
    activation = model.layers.last?.layer.activation
    let owned = activation.map { type(of: $0) == type(of: compilation.loss).logitsActivation }
    // Over several axes softmax and loss have different rows.
    takesLogits = owned ?? false && (model.outputShape.rank == 1 || activation is Sigmoid)
    let isCategorical =
      (loss as? CategoricalCrossentropy)?.labelSmoothing == 0
      || loss is SparseCategoricalCrossentropy
    isSoftmaxCrossentropy =
      isCategorical && (takesLogits || loss.fromLogits) && model.outputShape.rank == 1
    outputs =
      compilation.outputs.isEmpty ? nil : OutputHeads(model, compilation.outputs)
    skipped = self.outputs?.skipped ?? (takesLogits ? [model.layers.count - 1] : [])
  }

  /// The loss and the metrics.
  var metricCount: Int { outputs?.metricCount ?? 1 + metrics.count }

  /// The sums of a batch, and the gradient of its mean loss with respect to `outputs`.
  ///
  /// Samples' weights count in the loss alone, which is divided by the number of samples, as in
  /// Keras 3.
  ///
  /// - Parameter outputs: `[batch, classes]`, logits where `takesLogits`.
  func evaluate(_ outputs: Tensor, _ batch: Batch) -> (sums: MetricSums, gradient: Tensor) {
    if let heads = self.outputs { return heads.evaluate(outputs, batch) }
    var gradient = outputs
    var sums = MetricSums(count: 1 + metrics.count)
    sums.images = batch.count
    let width = outputs.shape.count / max(batch.count, 1)
    let shown = takesLogits ? activation?.applied(to: outputs) ?? outputs : outputs
    for row in 0..<batch.count {
      let range = row * width..<(row + 1) * width
      batch.withTarget(row, form) { target in
        let loss = sampleLoss(outputs, range, target, into: &gradient)
        sums.sums[0] += Double(batch.weights.isEmpty ? loss : loss * batch.weights[row])
        shown.values.withElements { values in
          for (index, metric) in metrics.enumerated() {
            let value = metric.sample(values[range], target: target)
            sums.sums[index + 1] += Double(value)
          }
        }
      }
    }
    let scale = 1 / Float(max(batch.count, 1))
    for index in gradient.values.indices { gradient.values[index] *= scale }
    for (row, weight) in batch.weights.enumerated() {
      for index in row * width..<(row + 1) * width { gradient.values[index] *= weight }
    }
    return (sums, gradient)
  }

  private func sampleLoss(
    _ outputs: Tensor, _ range: Range<Int>, _ target: Target, into gradient: inout Tensor
  ) -> Float {
    outputs.values.withElements { values in
      gradient.values.withMutableElements { slopes in
        loss.sample(
          values[range], target: target,
          areLogits: takesLogits || loss.fromLogits,
          gradient: slopes[range])
      }
    }
  }
}
