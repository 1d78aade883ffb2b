internal import Memory
internal import Tensors

/// Trains and infers with the plain computation.
struct PlainExecutor: BatchExecutor {
  private var network: PlainNetwork
  var optimizerState: OptimizerState
  var optimizer: any Optimizer
  private let head: LossHead
  private let seed: UInt64

  var weights: ModelWeights {
    get { network.weights }
    set { network.weights = newValue }
  }

  init(
    model: Model, weights: ModelWeights, compilation: Compilation, state: OptimizerState,
    labelForm: LabelForm, seed: UInt64
  ) {
    network = PlainNetwork(model, weights)
    optimizer = compilation.optimizer
    optimizerState = state
    head = LossHead(model: model, compilation: compilation, labelForm: labelForm)
    self.seed = seed
  }

  mutating func train(_ batch: Batch, goesOn: Bool) -> MetricSums {
    let step = optimizerState.step
    let inputs = tensor(of: batch)
    let kept = keptSums(inputs, training: true)
    let outputs = network.forward(
      inputs, training: true, seed: seed, step: step, skipped: head.skipped)
    var (metrics, slope) = head.evaluate(
      outputs[outputs.count - 1].output, batch, keptSums: kept)
    metrics.sums[0] += penalty * Double(batch.count) + activityCost(outputs)
    // Weights that made a broken loss stay as they are, so that the layer at fault can be found.
    guard goesOn || metrics.sums[0].isFinite else { return metrics }
    let gradients = network.backward(
      slope, inputs: inputs, outputs: outputs, seed: seed, step: step,
      skipped: head.skipped)
    update(gradients)
    return metrics
  }

  mutating func evaluate(_ batch: Batch) -> MetricSums {
    let inputs = tensor(of: batch)
    let outputs = network.forward(inputs, training: false, skipped: head.skipped)
    var metrics = head.evaluate(
      outputs[outputs.count - 1].output, batch, keptSums: keptSums(inputs, training: false)
    ).sums
    metrics.sums[0] += penalty * Double(batch.count) + activityCost(outputs)
    return metrics
  }

  /// The sums that the head reads beside the outputs, computed once more without the activation.
  private func keptSums(_ inputs: Tensor, training: Bool) -> Tensor? {
    guard let kept = head.kept, head.reads(training: training) else { return nil }
    var trial = network
    return trial.forward(
      inputs, training: training, seed: seed, step: optimizerState.step, skipped: [kept])[kept]
      .output
  }

  /// What regularizers add to the loss of each image.
  private var penalty: Double {
    zip(network.model.weightSpecs, network.weights.tensors).reduce(0) { total, pair in
      guard let penalty = pair.0.penalty else { return total }
      return total + pair.1.values.withElements { penalty.value(of: $0) }
    }
  }

  /// What the outputs of layers cost, over all images.
  private func activityCost(_ outputs: [LayerOutput]) -> Double {
    var costs: [Float] = []
    for (layer, output) in zip(network.model.layers, outputs) {
      guard layer.layer is ActivityPenalty else { continue }
      let own = output.saved[0].values
      costs = costs.isEmpty ? own : zip(costs, own).map { $0 + $1 }
    }
    return costs.reduce(0.0) { $0 + Double($1) }
  }

  mutating func predict(_ batch: Batch) -> [Float] {
    network.forward(tensor(of: batch), training: false).last?.output.values ?? []
  }

  mutating func firstLayerNotFinite(_ batch: Batch) -> String? {
    var trial = network
    let outputs = trial.forward(
      tensor(of: batch), training: true, seed: seed, step: optimizerState.step,
      skipped: head.skipped)
    let index = outputs.firstIndex { !$0.output.values.allSatisfy(\.isFinite) }
    return index.map { network.model.layers[$0].name }
  }

  private func tensor(of batch: Batch) -> Tensor {
    Tensor(Shape([batch.count] + network.model.inputShape.extents), batch.inputValues)
  }

  private mutating func update(_ all: [Tensor?]) {
    let gradients = bounded(regularized(all))
    optimizerState.step += 1
    let slotCount = optimizer.keptNames.count
    let facts = network.model.layers.flatMap(\.weightFacts)
    var slot = 0
    for (index, gradient) in gradients.enumerated() {
      guard let gradient else { continue }
      let range = slot..<slot + slotCount
      slot += slotCount
      WeightUpdate.apply(
        optimizer, weight: &network.weights.tensors[index].values, of: facts[index],
        gradient: gradient.values, slots: &optimizerState.slots, range: range,
        step: optimizerState.step)
      constrain(index)
    }
  }

  /// Holds a weight to what it may be.
  private mutating func constrain(_ index: Int) {
    let spec = network.model.weightSpecs[index]
    network.weights.tensors[index].values.withMutableElements {
      spec.constraint?.apply($0, shape: spec.shape)
    }
  }

  /// The gradients with what regularizers add to them.
  private func regularized(_ gradients: [Tensor?]) -> [Tensor?] {
    gradients.indices.map { index in
      guard var gradient = gradients[index] else { return nil }
      network.weights.tensors[index].values.withElements { weight in
        gradient.values.withMutableElements {
          network.model.weightSpecs[index].penalty?.addSlope(of: weight, to: $0)
        }
      }
      return gradient
    }
  }

  /// The gradients within the optimizer's bound for norms.
  private func bounded(_ gradients: [Tensor?]) -> [Tensor?] {
    guard let bound = optimizer.settings.normBound else { return gradients }
    let squares = gradients.map { gradient in
      gradient?.values.withElements { NormBound.squares(of: $0) } ?? 0
    }
    return zip(gradients, bound.scales(ofSquares: squares)).map { gradient, scale in
      var gradient = gradient
      gradient?.values.withMutableElements { NormBound.shrink($0, by: scale) }
      return gradient
    }
  }
}
