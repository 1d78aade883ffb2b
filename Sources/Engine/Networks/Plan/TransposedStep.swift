internal import Kernels
internal import Memory

/// A transposed convolution with its activation: forward phase after phase of its strides, each output
/// in one window; backward the convolution that it is the input gradient of.
struct TransposedStep: PlanStep {
  let places: StepPlaces
  let shape: TransposedShape
  /// The input and the output's gradient with margins around, where there are any.
  let padded: Region?
  let paddedGradient: Region?
  let kernel: Int
  let bias: Int?
  /// Derived: for each phase the taps' weights, `[channels, filters]` each, and zeros for a missing bias.
  let transposed: Int
  let zeros: Int
  let isTrained: Bool
  /// Nil where the loss takes the sums.
  let function: (any ActivationFunction)?

  private var tapCount: Int { shape.channels * shape.filters }

  func forward(_ context: ChunkContext) {
    if let padded { shape.pad(context, from: places.input, into: padded) }
    let bias = Elements(bias.map { context.weights[$0...] } ?? context.derived[zeros...])
    var weights = transposed
    for phase in shape.phases {
      context.kernels.accumulate(
        phase.table, images: context.images, input: context.block(padded ?? places.input),
        outputs: shape.filters, weights: Elements(context.derived[weights...]), bias: bias,
        output: context.block(places.output), places: phase.places, rectifies: function is ReLU)
      weights += phase.taps.count * tapCount
    }
    if let function, !(function is ReLU) {
      function.apply(context.floats(places.output), rowLength: shape.filters)
    }
  }

  func backward(_ context: ChunkContext) {
    let slopes = context.floats(places.outputGradient)
    function?.applyGradient(
      slopes, outputs: Elements(context.floats(places.output)), rowLength: shape.filters)
    if let paddedGradient {
      shape.convolution.pad(context, from: places.outputGradient, into: paddedGradient)
    }
    let source = paddedGradient ?? places.outputGradient
    if isTrained { addWeightGradients(context, source) }
    guard let before = places.inputGradient else { return }
    context.kernels.accumulate(
      shape.convolution.table, images: context.images, input: context.block(source),
      outputs: shape.channels, weights: Elements(context.weights[kernel...]),
      bias: Elements(context.derived[zeros...]), output: context.block(before))
  }

  private func addWeightGradients(_ context: ChunkContext, _ source: Region) {
    context.kernels.addWeightGradient(
      shape.convolution.table, images: context.images, input: context.block(source),
      outputs: shape.channels, gradient: context.block(places.input),
      to: context.gradients[kernel...])
    guard let bias else { return }
    context.kernels.addColumns(
      rows: context.images * shape.outputPixels, columns: shape.filters,
      Elements(context.floats(places.outputGradient)), to: context.gradients[bias...])
  }

  var formParts: Int { shape.phases.count }

  func refresh(
    _ part: Int, _ kernels: KernelSet, weights: Elements<Float>,
    derived: MutableElements<Float>
  ) {
    var target = transposed + shape.phases[..<part].reduce(0) { $0 + $1.taps.count } * tapCount
    for tap in shape.phases[part].taps {
      kernels.transpose(
        rows: shape.filters, columns: shape.channels, weights[(kernel + tap * tapCount)...],
        into: derived[target...])
      target += tapCount
    }
  }
}
