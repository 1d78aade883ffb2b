internal import Tensors

/// A model and its weights, computed layer by layer with the plain code: the oracle.
struct PlainNetwork {
  let model: Model
  var weights: ModelWeights
  private let ranges: [Range<Int>]

  init(_ model: Model, _ weights: ModelWeights) {
    self.model = model
    self.weights = weights
    var start = 0
    ranges = model.layers.map { layer in
      defer { start += layer.weightSpecs.count }
      return start..<start + layer.weightSpecs.count
    }
  }

  /// Every layer's output for a batch of inputs, and the layers' states moved where training.
  mutating func forward(
    _ inputs: Tensor, training: Bool, seed: UInt64 = 0, step: Int = 0, skipsLast: Bool = false
  ) -> [LayerOutput] {
    var outputs: [LayerOutput] = []
    for (index, layer) in model.layers.enumerated() {
      let pass = pass(index, training, seed, step, skipsLast)
      let input = outputs.last?.output ?? inputs
      let output = layer.layer.forward(input, weights: weightsOf(index), pass: pass)
      for (offset, state) in output.newState {
        weights.tensors[ranges[index].lowerBound + offset] = state
      }
      outputs.append(output)
    }
    return outputs
  }

  /// The gradients of all weights in order, nil for untrainable ones.
  func backward(
    _ gradient: Tensor, inputs: Tensor, outputs: [LayerOutput], seed: UInt64 = 0, step: Int = 0,
    skipsLast: Bool = false
  ) -> [Tensor?] {
    var slope = gradient
    var gradients: [[Tensor?]] = []
    for (index, layer) in model.layers.enumerated().reversed() {
      var pass = pass(index, true, seed, step, skipsLast)
      pass.wantsInputGradient = index > 0
      let result = layer.layer.backward(
        slope, input: index > 0 ? outputs[index - 1].output : inputs, output: outputs[index],
        weights: weightsOf(index), pass: pass)
      gradients.append(result.weights)
      if let before = result.input { slope = before }
    }
    return gradients.reversed().flatMap { $0 }
  }

  private func weightsOf(_ layer: Int) -> [Tensor] { Array(weights.tensors[ranges[layer]]) }

  private func pass(
    _ index: Int, _ training: Bool, _ seed: UInt64, _ step: Int, _ skipsLast: Bool
  ) -> LayerPass {
    LayerPass(
      isTraining: training, seed: seed, step: step, layerIndex: index,
      skipsActivation: skipsLast && index == model.layers.count - 1)
  }
}
