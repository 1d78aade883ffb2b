internal import Kernels
internal import Memory

/// Batch normalization with an activation behind it: sums of each image, joined in the images' order, make the batch's
/// moments.
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
  /// Nil for none.
  let function: (any ActivationFunction)?

  var forwardPhases: Int { isFrozen ? 1 : 3 }
  var backwardPhases: Int { isFrozen ? 1 : 2 }
  private var pixels: Int { places.input.perImage / max(channels, 1) }

  func forward(_ context: ChunkContext) {
    normalize(context, by: movingScales(context), keeping: nil)
  }

  private func normalize(
    _ context: ChunkContext, by scales: NormalizationScales, keeping normal: Region?
  ) {
    let output = context.floats(places.output)
    context.kernels.normalize(
      rows: context.images * pixels, channels: channels,
      Elements(context.floats(places.input)), by: scales, normal: normal.map(context.floats),
      into: output, rectifies: function is ReLU)
    if let function, !(function is ReLU) { function.apply(output, rowLength: channels) }
  }

  func backward(_ context: ChunkContext) { backward(context, phase: 0) }

  /// γ / √(variance + ε) times the gradient: the moments are constants.
  private func backwardFrozen(_ context: ChunkContext) {
    guard let before = places.inputGradient else { return }
    context.kernels.scaleColumns(
      rows: context.images * pixels, channels: channels,
      Elements(context.floats(places.outputGradient)), by: movingScales(context),
      into: context.floats(before))
  }

  func forward(_ context: ChunkContext, phase: Int) {
    if isFrozen { return forward(context) }
    switch phase {
    case 0:
      forEachImage(context) { image, sums in
        context.kernels.addColumns(
          rows: pixels, columns: channels,
          Elements(context.floats(places.input, image: image)), to: sums)
      }
    case 1:
      forEachImage(context) { image, sums in
        context.kernels.addDeviations(
          rows: pixels, channels: channels,
          Elements(context.floats(places.input, image: image)),
          mean: Elements(context.shared[shared.mean...]), to: sums)
      }
    default:
      normalize(context, by: batchScales(context), keeping: normal)
    }
  }

  func backward(_ context: ChunkContext, phase: Int) {
    if isFrozen || phase == 0 {
      function?.applyGradient(
        context.floats(places.outputGradient), outputs: Elements(context.floats(places.output)),
        rowLength: channels)
    }
    if isFrozen { return backwardFrozen(context) }
    if phase == 0 { return addSums(context) }
    guard let before = places.inputGradient else { return }
    context.kernels.normalizeGradient(
      rows: context.images * pixels, channels: channels, of: context.batchImages * pixels,
      gradient: Elements(context.floats(places.outputGradient)),
      normal: Elements(context.floats(normal)),
      slopes: Elements(context.shared[shared.slopes...]),
      products: Elements(context.shared[shared.products...]), by: batchScales(context),
      into: context.floats(before))
  }

  private func addSums(_ context: ChunkContext) {
    forEachImage(context) { image, sums in
      context.kernels.addNormalizationSums(
        rows: pixels, channels: channels,
        gradient: Elements(context.floats(places.outputGradient, image: image)),
        normal: Elements(context.floats(normal, image: image)), slopes: sums,
        products: sums[channels...])
    }
  }

  /// Calls the body with each image of a chunk and its place for sums, which begin at zero.
  private func forEachImage(
    _ context: ChunkContext, _ body: (_ image: Int, _ sums: MutableElements<Float>) -> Void
  ) {
    for image in 0..<context.images {
      let start = shared.images + (context.first + image) * 2 * channels
      let sums = context.shared[start..<start + 2 * channels]
      sums.update(repeating: 0)
      body(image, sums)
    }
  }

  private func movingScales(_ context: ChunkContext) -> NormalizationScales {
    scales(
      context, mean: context.weights[parameters.movingMean...],
      inverse: context.derived[derived.inverse...])
  }

  private func batchScales(_ context: ChunkContext) -> NormalizationScales {
    scales(
      context, mean: context.shared[shared.mean...], inverse: context.shared[shared.inverse...])
  }

  private func scales(
    _ context: ChunkContext, mean: MutableElements<Float>, inverse: MutableElements<Float>
  ) -> NormalizationScales {
    NormalizationScales(
      mean: Elements(mean), inverse: Elements(inverse),
      gamma: Elements(
        parameters.gamma.map { context.weights[$0...] } ?? context.derived[derived.ones...]),
      beta: Elements(
        parameters.beta.map { context.weights[$0...] } ?? context.derived[derived.zeros...]))
  }
}
