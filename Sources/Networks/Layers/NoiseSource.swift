internal import Memory
internal import Tensors

/// The random numbers of one layer in one step.
struct NoiseSource {
  private let stream: RandomStream
  private let firstImage: Int

  init(_ pass: LayerPass) {
    stream = RandomStream(
      seed: pass.seed, stream: StreamName.dropout(step: pass.step, layer: pass.layerIndex))
    firstImage = pass.firstImage
  }

  /// Numbers in `[0, 1)` for a tensor whose first axis is the batch.
  func uniform(_ shape: Shape) -> Tensor {
    var result = Tensor(zeros: shape)
    result.values.withMutableElements { stream.fillUniform($0, from: start(shape)) }
    return result
  }

  /// Numbers of the normal distribution with mean 0 for a tensor whose first axis is the batch.
  func normal(_ shape: Shape, deviation: Float) -> Tensor {
    Tensor(shape, stream.normal(count: shape.count, from: start(shape), deviation: deviation))
  }

  private func start(_ shape: Shape) -> UInt64 {
    UInt64(firstImage * shape.extents.dropFirst().reduce(1, *))
  }
}
