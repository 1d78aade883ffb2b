internal import Kernels
internal import Memory

/// Batch normalization: sums of each image, joined in the images' order, make the batch's moments.
struct NormalizationStep: PlanStep {
  /// Offsets in the batch's shared memory; each has `[channels]` numbers but for `images`.
  struct Shared: Sendable {
    /// For each image of the batch twice `[channels]`.
    let images: Int
    let mean, variance, inverse, slopes, products: Int
  }

  /// Offsets of the weights; nil where the layer has none of the kind.
  struct Parameters: Sendable {
    let gamma, beta: Int?
    let movingMean, movingVariance: Int
  }

  /// Offsets of derived forms: the moving moments' inverse deviation, ones, and zeros.
  struct Derived: Sendable {
    let inverse, ones, zeros: Int
  }

  let places: StepPlaces
  let channels: Int
  let epsilon: Float
  /// How much of the moving moments stays, and how much of the batch's comes.
  let momentum: (kept: Float, rest: Float)
  /// Whether training, too, uses the moving moments and leaves them.
  let isFrozen: Bool
  let parameters: Parameters
  let derived: Derived
  let shared: Shared
  /// The normalized inputs of a chunk, kept for the gradient.
  let normal: Region

  var forwardPhases: Int { isFrozen ? 1 : 3 }
  var backwardPhases: Int { isFrozen ? 1 : 2 }
  private var pixels: Int { places.input.perImage / max(channels, 1) }

  func forward(_ run: ChunkRun) {
    let scales = scales(
      run, mean: run.weights[parameters.movingMean...], inverse: run.derived[derived.inverse...])
    run.kernels.normalize(
      rows: run.images * pixels, channels: channels,
      Elements(run.floats(places.input)), by: scales, normal: nil, into: run.floats(places.output))
  }

  func backward(_ run: ChunkRun) { backward(run, phase: 1) }

  /// γ / √(variance + ε) times the gradient: the moments are constants.
  private func backwardFrozen(_ run: ChunkRun) {
    guard let before = places.inputGradient else { return }
    let (gradient, target) = (run.floats(places.outputGradient), run.floats(before))
    let gamma = parameters.gamma.map { run.weights[$0...] } ?? run.derived[derived.ones...]
    let inverse = run.derived[derived.inverse...]
    for start in stride(from: 0, to: run.images * places.input.perImage, by: channels) {
      for channel in 0..<channels {
        target[start + channel] = gradient[start + channel] * gamma[channel] * inverse[channel]
      }
    }
  }

  func forward(_ run: ChunkRun, phase: Int) {
    if isFrozen { return forward(run) }
    switch phase {
    case 0:
      forEachImage(run) { image, sums in
        run.kernels.addColumns(
          rows: pixels, columns: channels,
          Elements(run.floats(places.input, image: image)), to: sums)
      }
    case 1:
      forEachImage(run) { image, sums in
        run.kernels.addDeviations(
          rows: pixels, channels: channels,
          Elements(run.floats(places.input, image: image)),
          mean: Elements(run.shared[shared.mean...]), to: sums)
      }
    default:
      run.kernels.normalize(
        rows: run.images * pixels, channels: channels,
        Elements(run.floats(places.input)), by: batchScales(run), normal: run.floats(normal),
        into: run.floats(places.output))
    }
  }

  func backward(_ run: ChunkRun, phase: Int) {
    if isFrozen { return backwardFrozen(run) }
    if phase == 0 { return addSums(run) }
    guard let before = places.inputGradient else { return }
    run.kernels.normalizeGradient(
      rows: run.images * pixels, channels: channels, of: run.batchImages * pixels,
      gradient: Elements(run.floats(places.outputGradient)), normal: Elements(run.floats(normal)),
      slopes: Elements(run.shared[shared.slopes...]),
      products: Elements(run.shared[shared.products...]), by: batchScales(run),
      into: run.floats(before))
  }

  private func addSums(_ run: ChunkRun) {
    forEachImage(run) { image, sums in
      run.kernels.addNormalizationSums(
        rows: pixels, channels: channels,
        gradient: Elements(run.floats(places.outputGradient, image: image)),
        normal: Elements(run.floats(normal, image: image)), slopes: sums,
        products: sums[channels...])
    }
  }

  /// Calls the body with each image of a chunk and its place for sums, which begin at zero.
  private func forEachImage(
    _ run: ChunkRun, _ body: (_ image: Int, _ sums: MutableElements<Float>) -> Void
  ) {
    for image in 0..<run.images {
      let start = shared.images + (run.first + image) * 2 * channels
      let sums = run.shared[start..<start + 2 * channels]
      sums.update(repeating: 0)
      body(image, sums)
    }
  }

  private func batchScales(_ run: ChunkRun) -> NormalizationScales {
    scales(run, mean: run.shared[shared.mean...], inverse: run.shared[shared.inverse...])
  }

  private func scales(
    _ run: ChunkRun, mean: MutableElements<Float>, inverse: MutableElements<Float>
  ) -> NormalizationScales {
    NormalizationScales(
      mean: Elements(mean), inverse: Elements(inverse),
      gamma: Elements(
        parameters.gamma.map { run.weights[$0...] } ?? run.derived[derived.ones...]),
      beta: Elements(
        parameters.beta.map { run.weights[$0...] } ?? run.derived[derived.zeros...]))
  }
}
