internal import Tensors

/// A model and its weights, computed layer by layer with the plain code: the oracle.
struct PlainNetwork {
  let model: Model
  var weights: ModelWeights
  private let ranges: [Range<Int>]

  init(_ model: Model, _ weights: ModelWeights) {
    self.model = model
    self.weights = weights
    ranges = model.weightRanges
  }

  /// Every layer's output for a batch of inputs, and the layers' states moved where training.
  mutating func forward(
    _ inputs: Tensor, training: Bool, seed: UInt64 = 0, step: Int = 0, skipped: Set<Int> = []
  ) -> [LayerOutput] {
    var outputs: [LayerOutput] = []
    for (index, layer) in model.layers.enumerated() {
      let pass = pass(index, training, seed, step, skipped)
      let input = input(of: layer, inputs, outputs)
      let output = layer.layer.forward(input, weights: weightsOf(index), pass: pass)
      for (offset, state) in output.newState {
        weights.tensors[ranges[index].lowerBound + offset] = state
      }
      outputs.append(output)
    }
    return outputs
  }

  /// The gradients of all weights in order, nil for untrainable ones; those of layers that use the
  /// same weights are added up in the layers' order.
  func backward(
    _ gradient: Tensor, inputs: Tensor, outputs: [LayerOutput], seed: UInt64 = 0, step: Int = 0,
    skipped: Set<Int> = []
  ) -> [Tensor?] {
    var slopes: [Int: Tensor] = [model.layers.count - 1: gradient]
    var gradients: [[Tensor?]] = []
    for (index, layer) in model.layers.enumerated().reversed() {
      var pass = pass(index, true, seed, step, skipped)
      pass.wantsInputGradient = layer.inputs.contains { $0 >= 0 }
      guard let slope = slopes[index] else {
        gradients.append(layer.usedSpecs.map { $0.isTrainable ? Tensor(zeros: $0.shape) : nil })
        continue
      }
      let result = layer.layer.backward(
        slope, input: input(of: layer, inputs, outputs), output: outputs[index],
        weights: weightsOf(index), pass: pass)
      gradients.append(zip(layer.usedSpecs, result.weights).map { $0.isTrainable ? $1 : nil })
      if let before = result.input { hand(before, to: layer, inputs, outputs, &slopes) }
    }
    return joined(gradients.reversed())
  }

  /// The gradient by what a layer gives, or by the inputs where `place` is -1; zeros where nothing hangs on it.
  ///
  /// `outputs` are those of a pass in inference, and `gradient` is the one by the last of them.
  func slope(
    by place: Int, _ gradient: Tensor, inputs: Tensor, outputs: [LayerOutput], skipped: Set<Int>
  ) -> Tensor {
    var slopes: [Int: Tensor] = [model.layers.count - 1: gradient]
    for index in (place + 1..<model.layers.count).reversed() {
      guard let slope = slopes[index] else { continue }
      let layer = model.layers[index]
      let result = layer.layer.backward(
        slope, input: input(of: layer, inputs, outputs), output: outputs[index],
        weights: weightsOf(index), pass: pass(index, false, 0, 0, skipped))
      if let before = result.input {
        hand(before, to: layer, inputs, outputs, &slopes, from: place)
      }
    }
    return slopes[place] ?? Tensor(zeros: place < 0 ? inputs.shape : outputs[place].output.shape)
  }

  /// One gradient for each weight, given those of all layers.
  private func joined(_ gradients: [[Tensor?]]) -> [Tensor?] {
    var joined = gradients
    for (index, layer) in model.layers.enumerated() {
      guard let owner = layer.owner else { continue }
      for (place, gradient) in gradients[index].enumerated() {
        guard let gradient, let before = joined[owner][place] else { continue }
        joined[owner][place] = Tensor(
          before.shape, zip(before.values, gradient.values).map { $0 + $1 })
      }
      joined[index] = []
    }
    return joined.flatMap { $0 }
  }

  /// What a layer takes: one output, or several in one row an image.
  private func input(
    of layer: ModelLayer, _ inputs: Tensor, _ outputs: [LayerOutput]
  ) -> Tensor {
    let sources = layer.inputs.map { $0 < 0 ? inputs : outputs[$0].output }
    guard sources.count > 1 else { return sources[0] }
    let images = inputs.shape[0]
    var values: [Float] = []
    for image in 0..<images {
      for source in sources {
        let size = source.values.count / max(images, 1)
        values += source.values[image * size..<(image + 1) * size]
      }
    }
    return Tensor([images, values.count / max(images, 1)], values)
  }

  /// Adds the gradient of a layer's input to those of the outputs that it took, `first` and those behind it.
  private func hand(
    _ gradient: Tensor, to layer: ModelLayer, _ inputs: Tensor, _ outputs: [LayerOutput],
    _ slopes: inout [Int: Tensor], from first: Int = 0
  ) {
    let images = inputs.shape[0]
    let whole = gradient.values.count / max(images, 1)
    var start = 0
    for place in layer.inputs {
      let shape = place < 0 ? inputs.shape : outputs[place].output.shape
      let size = shape.count / max(images, 1)
      defer { start += size }
      guard place >= first else { continue }
      var part: [Float] = []
      for image in 0..<images {
        part += gradient.values[image * whole + start..<image * whole + start + size]
      }
      if let before = slopes[place] {
        slopes[place] = Tensor(shape, zip(before.values, part).map { $0 + $1 })
      } else {
        slopes[place] = Tensor(shape, part)
      }
    }
  }

  private func weightsOf(_ layer: Int) -> [Tensor] { Array(weights.tensors[ranges[layer]]) }

  private func pass(
    _ index: Int, _ training: Bool, _ seed: UInt64, _ step: Int, _ skipped: Set<Int>
  ) -> LayerPass {
    var pass = LayerPass(
      isTraining: training, seed: seed, step: step, layerIndex: index,
      skipsActivation: skipped.contains(index))
    if pass.skipsActivation, model.layers[index].layer is ActivityPenalty {
      pass.skippedFunction = RememberedSums.activation(before: index, model)
    }
    return pass
  }
}
