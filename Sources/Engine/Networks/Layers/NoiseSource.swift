internal import Kernels
internal import Memory
internal import Tensors

/// The random numbers of one layer in one step.
struct NoiseSource {
  private let stream: RandomStream
  private let firstImage: Int
  private let kernels: KernelSet?

  /// - Parameter kernels: what draws and compares; nil for the plain computation, which does without.
  init(_ pass: LayerPass, kernels: KernelSet? = nil) {
    stream = RandomStream(
      seed: pass.seed, stream: StreamName.dropout(step: pass.step, layer: pass.layerIndex))
    firstImage = pass.firstImage
    self.kernels = kernels
  }

  /// Fills the numbers of some images, whose axis is the shape's first, with numbers in `[0, 1)`.
  func uniform(_ values: MutableElements<Float>, _ shape: Shape) {
    guard let kernels else { return stream.fillUniform(values, from: start(shape)) }
    kernels.fillUniform(
      values, from: start(shape), seed: stream.seed, stream: stream.stream)
  }

  /// Fills them with 0, of which there is a share `rate`, and `scale`.
  func mask(_ values: MutableElements<Float>, _ shape: Shape, rate: Float, scale: Float) {
    uniform(values, shape)
    if let kernels { return kernels.keepOrDrop(values, rate: rate, scale: scale) }
    for index in values.indices { values[index] = values[index] < rate ? 0 : scale }
  }

  /// Fills them with numbers of the normal distribution with mean 0.
  func normal(_ values: MutableElements<Float>, _ shape: Shape, deviation: Float) {
    stream.fillNormal(values, from: start(shape), deviation: deviation)
  }

  private func start(_ shape: Shape) -> UInt64 {
    UInt64(firstImage * shape.extents.dropFirst().reduce(1, *))
  }
}
