internal import Memory
internal import Tensors

/// Dropout: the mask is a function of (seed, step, layer, place in the batch).
struct DropoutStep: PlanStep {
  let places: StepPlaces
  let rate: Float
  let layerIndex: Int
  /// The factor of each number, kept for the gradient.
  let mask: Region

  func forward(_ run: ChunkRun) {
    let (input, output) = (run.floats(places.input), run.floats(places.output))
    guard run.pass.isTraining && rate > 0 else {
      for index in output.indices { output[index] = input[index] }
      return
    }
    let stream = RandomStream(
      seed: run.pass.seed, stream: StreamName.dropout(step: run.pass.step, layer: layerIndex))
    let factors = run.floats(mask)
    let first = UInt64(run.first * mask.perImage)
    let scale = 1 / (1 - rate)
    stream.fillUniform(factors, from: first)
    for index in factors.indices {
      factors[index] = factors[index] < rate ? 0 : scale
      output[index] = input[index] * factors[index]
    }
  }

  func backward(_ run: ChunkRun) {
    guard let before = places.inputGradient else { return }
    let (slopes, target) = (run.floats(places.outputGradient), run.floats(before))
    let factors = run.floats(mask)
    for index in target.indices {
      target[index] = rate > 0 ? slopes[index] * factors[index] : slopes[index]
    }
  }
}
