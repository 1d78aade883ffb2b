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

  /// Fills the numbers of some images, `perImage` each, with numbers in `[0, 1)`.
  func uniform(_ values: MutableElements<Float>, perImage: Int) {
    stream.fillUniform(values, from: UInt64(firstImage * perImage))
  }

  /// The same with numbers of the normal distribution with mean 0.
  func normal(_ values: MutableElements<Float>, perImage: Int, deviation: Float) {
    stream.fillNormal(values, from: UInt64(firstImage * perImage), deviation: deviation)
  }
}
