internal import Kernels
internal import Memory

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
  /// Nil where the loss takes the sums.
  let function: (any ActivationFunction)?
  let winograd: WinogradForm?
  /// Where ReLU's zeros spare work in the input gradient: masks and scratch memory.
  let sparse: (masks: Region, scratch: Region)?

  private var source: Region { padded ?? places.input }

  func forward(_ run: ChunkRun) {
    if let padded { shape.pad(run, from: places.input, into: padded) }
    let bias = Elements(bias.map { run.weights[$0...] } ?? run.derived[zeros...])
    if let winograd {
      run.kernels.convolve(
        winograd.convolution, images: run.images, input: run.block(source),
        transformed: Elements(run.derived[winograd.weights...]), bias: bias,
        zeros: Elements(run.derived[zeros...]), output: run.floats(places.output),
        scratch: run.scratch(winograd.scratch),
        rectifies: function is ReLU)
    } else {
      run.kernels.accumulate(
        shape.table, images: run.images, input: run.block(source), outputs: shape.filters,
        weights: Elements(run.weights[kernel...]), bias: bias, output: run.block(places.output),
        rectifies: function is ReLU)
    }
    if let function, !(function is ReLU) {
      function.apply(run.floats(places.output), rowLength: shape.filters)
    }
  }

  func backward(_ run: ChunkRun) {
    function?.applyGradient(
      run.floats(places.outputGradient),
      outputs: Elements(run.floats(places.output)), rowLength: shape.filters)
    if isTrained { addWeightGradients(run) }
    guard let before = places.inputGradient else { return }
    let target = paddedGradient ?? before
    run.clear(target)
    if let sparse {
      addSparseInputGradient(run, sparse.masks, sparse.scratch, to: target)
    } else {
      addInputGradient(run, to: target)
    }
    if let paddedGradient { shape.crop(run, from: paddedGradient, into: before) }
  }

  private func addWeightGradients(_ run: ChunkRun) {
    run.kernels.addWeightGradient(
      shape.table, images: run.images, input: run.block(source), outputs: shape.filters,
      gradient: run.block(places.outputGradient), to: run.gradients[kernel...])
    guard let bias else { return }
    run.kernels.addColumns(
      rows: run.images * shape.pixels, columns: shape.filters,
      Elements(run.floats(places.outputGradient)), to: run.gradients[bias...])
  }

  private func addSparseInputGradient(
    _ run: ChunkRun, _ masks: Region, _ scratch: Region, to target: Region
  ) {
    let (words, filters) = (run.words(masks), shape.filters)
    run.kernels.findPositive(
      Elements(run.floats(places.output)), positions: run.images * shape.pixels, channels: filters,
      masks: words)
    run.kernels.addInputGradient(
      shape.table, images: run.images,
      sparse: SparseGradient(
        masks: Elements(words), sources: shape.gradientRows.offsets,
        gradient: run.block(places.outputGradient), outputs: filters),
      weights: Elements(run.derived[transposed...]), to: run.block(target),
      scratch: run.scratch(scratch).viewed(as: Int32.self))
  }

  /// Tap after tap, so that each input's chain runs over (kernel row, kernel column, filter).
  private func addInputGradient(_ run: ChunkRun, to target: Region) {
    let filters = shape.filters
    for (tap, pixels) in shape.taps.enumerated() {
      run.kernels.accumulate(
        shape.gradientRows, images: run.images, input: run.block(places.outputGradient),
        outputs: shape.channels,
        weights: Elements(run.derived[(transposed + tap * filters * shape.channels)...]), bias: nil,
        output: run.block(target), places: pixels)
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
    if sparse != nil {
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
