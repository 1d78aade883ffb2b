internal import Kernels
internal import Memory

/// A convolution, its ReLU if any, and a 2 by 2 max pooling in one go.
///
/// The convolution's own output is never stored: masks keep which position won each window and was
/// on, and gradients visit only those.
struct PooledConvolutionStep: PlanStep {
  let places: StepPlaces
  let shape: PooledConvolutionShape
  let padded: Region?
  let paddedGradient: Region?
  /// Words of 64 bits.
  let masks: Region
  let kernel: Int
  let bias: Int?
  let isTrained: Bool
  /// Derived: the kernel in blocks for the input gradient, and zeros for a missing bias.
  let blocked: Int
  let zeros: Int
  let rectifies: Bool
  let scratch: Region
  /// Where the gradient of a bias that doesn't exist goes.
  let spareSums: Region
  let winograd: WinogradForm?

  private var source: Region { padded ?? places.input }
  private var filters: Int { shape.whole.filters }

  func forward(_ context: ChunkContext) {
    if let padded { shape.whole.pad(context, from: places.input, into: padded) }
    let bias = Elements(bias.map { context.weights[$0...] } ?? context.derived[zeros...])
    let masks = context.pass.isTraining ? words(context) : nil
    if let winograd {
      context.kernels.convolve(
        winograd.convolution, images: context.images, input: context.block(source),
        transformed: Elements(context.derived[winograd.weights...]), bias: bias,
        zeros: Elements(context.derived[zeros...]), output: context.floats(places.output),
        masks: masks,
        scratch: context.scratch(winograd.scratch), rectifies: rectifies)
    } else {
      context.kernels.accumulatePooled(
        shape.table, images: context.images, input: context.block(source), outputs: filters,
        weights: Elements(context.weights[kernel...]), bias: bias,
        pooled: (shape.rows, shape.columns),
        steps: shape.steps, output: context.floats(places.output), masks: masks,
        rectifies: rectifies)
    }
  }

  func backward(_ context: ChunkContext) {
    if isTrained { addWeightGradient(context) }
    guard let before = places.inputGradient else { return }
    let target = paddedGradient ?? before
    context.clear(target)
    context.kernels.addInputGradient(
      shape.table, images: context.images, sparse: sparse(context),
      weights: Elements(context.derived[blocked...]), to: context.block(target),
      scratch: context.scratch(scratch).viewed(as: Int32.self))
    if let paddedGradient { shape.whole.crop(context, from: paddedGradient, into: before) }
  }

  private func addWeightGradient(_ context: ChunkContext) {
    let sums = bias.map { context.gradients[$0...] } ?? context.scratch(spareSums)
    if shape.isFirst {
      context.kernels.addFirstGradient(
        images: context.images, input: context.block(source), inputRow: shape.whole.columns,
        outputs: filters, masks: Elements(words(context)), pooled: (shape.rows, shape.columns),
        gradient: Elements(context.floats(places.outputGradient)), to: context.gradients[kernel...],
        sums: sums)
    } else {
      context.kernels.addWeightGradient(
        shape.table, images: context.images, input: context.block(source), sparse: sparse(context),
        to: context.gradients[kernel...], sums: sums)
    }
  }

  private func words(_ context: ChunkContext) -> MutableElements<UInt64> { context.words(masks) }

  private func sparse(_ context: ChunkContext) -> SparseGradient {
    SparseGradient(
      masks: Elements(words(context)), sources: shape.sources,
      gradient: context.block(places.outputGradient),
      outputs: filters)
  }

  /// Winograd's parts first, then the input gradient's form in one.
  var formParts: Int { (winograd?.parts ?? 0) + (places.inputGradient == nil ? 0 : 1) }

  func refresh(
    _ part: Int, _ kernels: KernelSet, weights: Elements<Float>,
    derived: MutableElements<Float>
  ) {
    if let winograd, part < winograd.parts {
      return winograd.refresh(part, kernels, kernel: weights[kernel...], derived: derived)
    }
    kernels.blockWeights(
      taps: shape.whole.taps.count, channels: shape.whole.channels, outputs: filters,
      weights[kernel...], into: derived[blocked...])
  }
}
