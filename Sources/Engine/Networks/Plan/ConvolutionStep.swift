internal import Kernels
internal import Memory

/// Where zeros in the gradient of a convolution's output spare work: those of ReLU, and those of a pooling behind.
struct SparseRegions: Sendable {
  /// A bit for each number that isn't zero.
  let masks: Region
  /// Scratch memory of the input's gradient; nil where it visits all.
  let scratch: Region?
  /// Where the gradient of a bias that doesn't exist goes; nil where the weights' gradient visits all.
  let spareSums: Region?

  /// Shorter runs of a window leave most of a vector unused.
  static let shortestRun = 8
}

/// A convolution with its activation; every position and channel is computed.
struct ConvolutionStep: PlanStep {
  let places: StepPlaces
  let shape: ConvolutionShape
  /// The input and its gradient with padding around, where there is padding.
  let padded: Region?
  let paddedGradient: Region?
  let kernel: Int
  let bias: Int?
  let isTrained: Bool
  /// Derived: for each tap `[filters, channels]`, or in blocks where sparse, and zeros for a missing
  /// bias.
  let transposed: Int
  let zeros: Int
  /// Nil for none, and where the loss takes the sums.
  let function: (any ActivationFunction)?
  let winograd: WinogradForm?
  /// Nil where all numbers are visited.
  let sparse: SparseRegions?

  private var source: Region { padded ?? places.input }

  func forward(_ context: ChunkContext) {
    if let padded { shape.pad(context, from: places.input, into: padded) }
    let bias = Elements(bias.map { context.weights[$0...] } ?? context.derived[zeros...])
    if let winograd {
      context.kernels.convolve(
        winograd.convolution, images: context.images, input: context.block(source),
        transformed: Elements(context.derived[winograd.weights...]), bias: bias,
        zeros: Elements(context.derived[zeros...]), output: context.floats(places.output),
        scratch: context.scratch(winograd.scratch),
        rectifies: function is ReLU)
    } else {
      context.kernels.accumulate(
        shape.table, images: context.images, input: context.block(source), outputs: shape.filters,
        weights: Elements(context.weights[kernel...]), bias: bias,
        output: context.block(places.output),
        rectifies: function is ReLU)
    }
    if let function, !(function is ReLU) {
      function.apply(context.floats(places.output), rowLength: shape.filters)
    }
  }

  func backward(_ context: ChunkContext) {
    function?.applyGradient(
      context.floats(places.outputGradient),
      outputs: Elements(context.floats(places.output)), rowLength: shape.filters)
    if let sparse {
      context.kernels.findNonzero(
        Elements(context.floats(places.outputGradient)), positions: context.images * shape.pixels,
        channels: shape.filters, masks: context.words(sparse.masks))
    }
    if isTrained { addWeightGradients(context) }
    guard let before = places.inputGradient else { return }
    let target = paddedGradient ?? before
    context.clear(target)
    if let sparse, let scratch = sparse.scratch {
      context.kernels.addInputGradient(
        shape.table, images: context.images, sparse: gradient(context, sparse),
        weights: Elements(context.derived[transposed...]), to: context.block(target),
        scratch: context.scratch(scratch).viewed(as: Int32.self))
    } else {
      addInputGradient(context, to: target)
    }
    if let paddedGradient { shape.crop(context, from: paddedGradient, into: before) }
  }

  private func addWeightGradients(_ context: ChunkContext) {
    if let sparse, let spareSums = sparse.spareSums {
      return context.kernels.addWeightGradient(
        shape.table, images: context.images, input: context.block(source),
        sparse: gradient(context, sparse), to: context.gradients[kernel...],
        sums: bias.map { context.gradients[$0...] } ?? context.scratch(spareSums))
    }
    context.kernels.addWeightGradient(
      shape.table, images: context.images, input: context.block(source), outputs: shape.filters,
      gradient: context.block(places.outputGradient), to: context.gradients[kernel...])
    guard let bias else { return }
    context.kernels.addColumns(
      rows: context.images * shape.pixels, columns: shape.filters,
      Elements(context.floats(places.outputGradient)), to: context.gradients[bias...])
  }

  /// The output's gradient with a bit for each number that isn't zero.
  private func gradient(_ context: ChunkContext, _ sparse: SparseRegions) -> SparseGradient {
    SparseGradient(
      masks: Elements(context.words(sparse.masks)), sources: shape.gradientRows.offsets,
      gradient: context.block(places.outputGradient), outputs: shape.filters)
  }

  /// Tap after tap, so that each input's chain runs over (kernel row, kernel column, filter).
  private func addInputGradient(_ context: ChunkContext, to target: Region) {
    let filters = shape.filters
    for (tap, pixels) in shape.taps.enumerated() {
      context.kernels.accumulate(
        shape.gradientRows, images: context.images, input: context.block(places.outputGradient),
        outputs: shape.channels,
        weights: Elements(context.derived[(transposed + tap * filters * shape.channels)...]),
        bias: nil,
        output: context.block(target), places: pixels)
    }
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
    if sparse?.scratch != nil {
      kernels.blockWeights(
        taps: shape.taps.count, channels: shape.channels, outputs: shape.filters,
        weights[kernel...], into: derived[transposed...])
      return
    }
    let size = shape.channels * shape.filters
    for tap in shape.taps.indices {
      kernels.transpose(
        rows: shape.channels, columns: shape.filters, weights[(kernel + tap * size)...],
        into: derived[(transposed + tap * size)...])
    }
  }
}
