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
  /// Nil for none, and where the loss takes the sums.
  let function: (any ActivationFunction)?

  private var source: Region { widened ?? places.input }

  func forward(_ context: ChunkContext) {
    if let widened { shape.widen(context, from: places.input, into: widened) }
    context.kernels.convolveChannels(
      shape.table, images: context.images, input: context.block(source),
      weights: Elements(context.weights[kernel...]),
      bias: Elements(bias.map { context.weights[$0...] } ?? context.derived[zeros...]),
      output: context.block(places.output), rectifies: function is ReLU)
    if let function, !(function is ReLU) {
      function.apply(context.floats(places.output), rowLength: shape.width)
    }
  }

  func backward(_ context: ChunkContext) {
    let slopes = context.floats(places.outputGradient)
    function?.applyGradient(
      slopes, outputs: Elements(context.floats(places.output)), rowLength: shape.width)
    if isTrained {
      context.kernels.addChannelWeightGradient(
        shape.table, images: context.images, input: context.block(source),
        gradient: context.block(places.outputGradient), to: context.gradients[kernel...])
    }
    if isTrained, let bias {
      context.kernels.addColumns(
        rows: context.images * shape.pixels, columns: shape.width, Elements(slopes),
        to: context.gradients[bias...])
    }
    guard let before = places.inputGradient else { return }
    context.kernels.channelInputGradient(
      shape.spread, images: context.images, channels: shape.width,
      gradient: context.block(places.outputGradient), weights: Elements(context.weights[kernel...]),
      into: context.block(parts ?? before))
    if let parts { shape.join(context.floats(parts), into: context.floats(before)) }
  }
}
