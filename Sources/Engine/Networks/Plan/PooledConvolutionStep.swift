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

  func forward(_ run: ChunkRun) {
    if let padded { shape.whole.pad(run, from: places.input, into: padded) }
    let bias = Elements(bias.map { run.weights[$0...] } ?? run.derived[zeros...])
    let masks = run.pass.isTraining ? words(run) : nil
    if let winograd {
      run.kernels.convolve(
        winograd.convolution, images: run.images, input: run.block(source),
        transformed: Elements(run.derived[winograd.weights...]), bias: bias,
        zeros: Elements(run.derived[zeros...]), output: run.floats(places.output), masks: masks,
        scratch: run.scratch(winograd.scratch), rectifies: rectifies)
    } else {
      run.kernels.accumulatePooled(
        shape.table, images: run.images, input: run.block(source), outputs: filters,
        weights: Elements(run.weights[kernel...]), bias: bias, pooled: (shape.rows, shape.columns),
        steps: shape.steps, output: run.floats(places.output), masks: masks, rectifies: rectifies)
    }
  }

  func backward(_ run: ChunkRun) {
    if isTrained { addWeightGradient(run) }
    guard let before = places.inputGradient else { return }
    let target = paddedGradient ?? before
    run.clear(target)
    run.kernels.addInputGradient(
      shape.table, images: run.images, sparse: sparse(run),
      weights: Elements(run.derived[blocked...]), to: run.block(target),
      scratch: run.scratch(scratch).viewed(as: Int32.self))
    if let paddedGradient { shape.whole.crop(run, from: paddedGradient, into: before) }
  }

  private func addWeightGradient(_ run: ChunkRun) {
    let sums = bias.map { run.gradients[$0...] } ?? run.scratch(spareSums)
    if shape.isFirst {
      run.kernels.addFirstGradient(
        images: run.images, input: run.block(source), inputRow: shape.whole.columns,
        outputs: filters, masks: Elements(words(run)), pooled: (shape.rows, shape.columns),
        gradient: Elements(run.floats(places.outputGradient)), to: run.gradients[kernel...],
        sums: sums)
    } else {
      run.kernels.addWeightGradient(
        shape.table, images: run.images, input: run.block(source), sparse: sparse(run),
        to: run.gradients[kernel...], sums: sums)
    }
  }

  private func words(_ run: ChunkRun) -> MutableElements<UInt64> { run.words(masks) }

  private func sparse(_ run: ChunkRun) -> SparseGradient {
    SparseGradient(
      masks: Elements(words(run)), sources: shape.sources,
      gradient: run.block(places.outputGradient),
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
