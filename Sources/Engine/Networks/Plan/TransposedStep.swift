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

  func forward(_ run: ChunkRun) {
    if let padded { shape.pad(run, from: places.input, into: padded) }
    let bias = Elements(bias.map { run.weights[$0...] } ?? run.derived[zeros...])
    var weights = transposed
    for phase in shape.phases {
      run.kernels.accumulate(
        phase.table, images: run.images, input: run.block(padded ?? places.input),
        outputs: shape.filters, weights: Elements(run.derived[weights...]), bias: bias,
        output: run.block(places.output), places: phase.places, rectifies: function is ReLU)
      weights += phase.taps.count * tapCount
    }
    if let function, !(function is ReLU) {
      function.apply(run.floats(places.output), rowLength: shape.filters)
    }
  }

  func backward(_ run: ChunkRun) {
    let slopes = run.floats(places.outputGradient)
    function?.applyGradient(
      slopes, outputs: Elements(run.floats(places.output)), rowLength: shape.filters)
    if let paddedGradient {
      shape.convolution.pad(run, from: places.outputGradient, into: paddedGradient)
    }
    let source = paddedGradient ?? places.outputGradient
    if isTrained { addWeightGradients(run, source) }
    guard let before = places.inputGradient else { return }
    run.kernels.accumulate(
      shape.convolution.table, images: run.images, input: run.block(source),
      outputs: shape.channels, weights: Elements(run.weights[kernel...]),
      bias: Elements(run.derived[zeros...]), output: run.block(before))
  }

  private func addWeightGradients(_ run: ChunkRun, _ source: Region) {
    run.kernels.addWeightGradient(
      shape.convolution.table, images: run.images, input: run.block(source),
      outputs: shape.channels, gradient: run.block(places.input), to: run.gradients[kernel...])
    guard let bias else { return }
    run.kernels.addColumns(
      rows: run.images * shape.outputPixels, columns: shape.filters,
      Elements(run.floats(places.outputGradient)), to: run.gradients[bias...])
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
