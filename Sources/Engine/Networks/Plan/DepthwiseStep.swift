internal import Kernels
internal import Memory

/// A convolution of each channel on its own, with its activation.
struct DepthwiseStep: PlanStep {
  let places: StepPlaces
  let shape: DepthwiseShape
  /// The input with its padding, each channel as often as it has results; nil where that's the input.
  let widened: Region?
  /// The input's gradient for each result; nil where a channel has one.
  let parts: Region?
  let kernel: Int
  /// Without a bias the chains begin with zeros among the derived forms.
  let bias: Int?
  let zeros: Int
  let isTrained: Bool
  /// Nil where the loss takes the sums.
  let function: (any ActivationFunction)?

  private var source: Region { widened ?? places.input }

  func forward(_ run: ChunkRun) {
    if let widened { shape.widen(run, from: places.input, into: widened) }
    run.kernels.convolveChannels(
      shape.table, images: run.images, input: run.block(source),
      weights: Elements(run.weights[kernel...]),
      bias: Elements(bias.map { run.weights[$0...] } ?? run.derived[zeros...]),
      output: run.block(places.output), rectifies: function is ReLU)
    if let function, !(function is ReLU) {
      function.apply(run.floats(places.output), rowLength: shape.width)
    }
  }

  func backward(_ run: ChunkRun) {
    let slopes = run.floats(places.outputGradient)
    function?.applyGradient(
      slopes, outputs: Elements(run.floats(places.output)), rowLength: shape.width)
    if isTrained {
      run.kernels.addChannelWeightGradient(
        shape.table, images: run.images, input: run.block(source),
        gradient: run.block(places.outputGradient), to: run.gradients[kernel...])
    }
    if isTrained, let bias {
      run.kernels.addColumns(
        rows: run.images * shape.pixels, columns: shape.width, Elements(slopes),
        to: run.gradients[bias...])
    }
    guard let before = places.inputGradient else { return }
    run.kernels.channelInputGradient(
      shape.spread, images: run.images, channels: shape.width,
      gradient: run.block(places.outputGradient), weights: Elements(run.weights[kernel...]),
      into: run.block(parts ?? before))
    if let parts { shape.join(run.floats(parts), into: run.floats(before)) }
  }
}
