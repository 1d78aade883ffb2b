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

  /// Fills the numbers of some images, whose axis is the shape's first, with numbers in `[0, 1)`.
  func uniform(_ values: MutableElements<Float>, _ shape: Shape) {
    stream.fillUniform(values, from: start(shape))
  }

  /// The same with numbers of the normal distribution with mean 0.
  func normal(_ values: MutableElements<Float>, _ shape: Shape, deviation: Float) {
    stream.fillNormal(values, from: start(shape), deviation: deviation)
  }

  private func start(_ shape: Shape) -> UInt64 {
    UInt64(firstImage * shape.extents.dropFirst().reduce(1, *))
  }
}
