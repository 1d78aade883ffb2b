internal import Memory
internal import Tensors

/// Any layer whose images don't depend on each other, by its plain computation.
///
/// For layers that have no step of their own; it allocates, so it is slow.
struct LayerStep: PlanStep {
  let places: StepPlaces
  let layer: ModelLayer
  let layerIndex: Int
  let skipsActivation: Bool
  let parameters: [PlanParameter]

  func forward(_ run: ChunkRun) {
    copy(output(run).output, to: run.floats(places.output))
  }

  func backward(_ run: ChunkRun) {
    let slopes = tensor(run, places.outputGradient, layer.outputShape)
    let result = layer.layer.backward(
      slopes, input: tensor(run, places.input, layer.inputShape), output: output(run),
      weights: weights(run), pass: pass(run))
    for (parameter, gradient) in zip(parameters, result.weights) {
      guard let gradient else { continue }
      copy(gradient, to: floats(run.gradients, parameter))
    }
    if let before = places.inputGradient, let gradient = result.input {
      copy(gradient, to: run.floats(before))
    }
  }

  private func output(_ run: ChunkRun) -> LayerOutput {
    layer.layer.forward(
      tensor(run, places.input, layer.inputShape), weights: weights(run), pass: pass(run))
  }

  private func pass(_ run: ChunkRun) -> LayerPass {
    var pass = run.pass
    pass.layerIndex = layerIndex
    pass.firstImage = run.first
    pass.skipsActivation = skipsActivation
    pass.wantsInputGradient = places.inputGradient != nil
    return pass
  }

  private func weights(_ run: ChunkRun) -> [Tensor] {
    zip(parameters, layer.usedSpecs).map { parameter, spec in
      Tensor(spec.shape, Array(floats(run.weights, parameter)))
    }
  }

  private func floats(
    _ all: MutableElements<Float>, _ parameter: PlanParameter
  ) -> MutableElements<Float> { all[parameter.range] }

  private func tensor(_ run: ChunkRun, _ region: Region, _ shape: Shape) -> Tensor {
    Tensor(Shape([run.images] + shape.extents), Array(run.floats(region)))
  }

  private func copy(_ tensor: Tensor, to target: MutableElements<Float>) {
    tensor.values.withElements { target.update(from: $0) }
  }
}
