internal import Kernels
internal import Memory

/// A dense layer over the last axis: a product of each image's rows with the kernel.
struct DenseStep: PlanStep {
  let places: StepPlaces
  /// Rows of an image: 1 for a vector.
  let rows: Int
  let inputs: Int
  let units: Int
  /// Offsets of the weights; without a bias, that of zeros among the derived forms.
  let kernel: Int
  let bias: Int?
  let isTrained: Bool
  /// Derived: the kernel transposed, `[units, inputs]`, and zeros for chains that begin with none.
  let transposed: Int
  let zeros: Int
  /// Nil for none, and where the loss takes the sums.
  let function: (any ActivationFunction)?
  /// Where the kernel's gradient is computed for the whole batch.
  let batchGradient: BatchGradient?
  let forwardTable: WindowTable
  let backwardTable: WindowTable

  func forward(_ context: ChunkContext) {
    context.kernels.accumulate(
      forwardTable, images: context.images, input: context.block(places.input),
      outputs: units, weights: Elements(context.weights[kernel...]),
      bias: Elements(bias.map { context.weights[$0...] } ?? context.derived[zeros...]),
      output: context.block(places.output), rectifies: function is ReLU)
    if let function, !(function is ReLU) {
      function.apply(context.floats(places.output), rowLength: units)
    }
  }

  func backward(_ context: ChunkContext) {
    let slopes = context.floats(places.outputGradient)
    function?.applyGradient(
      slopes, outputs: Elements(context.floats(places.output)), rowLength: units)
    if isTrained { addWeightGradients(context) }
    guard let before = places.inputGradient else { return }
    context.kernels.accumulate(
      backwardTable, images: context.images, input: context.block(places.outputGradient),
      outputs: inputs, weights: Elements(context.derived[transposed...]),
      bias: Elements(context.derived[zeros...]),
      output: context.block(before))
  }

  private func addWeightGradients(_ context: ChunkContext) {
    if let bias {
      context.kernels.addColumns(
        rows: context.images * rows, columns: units,
        Elements(context.floats(places.outputGradient)),
        to: context.gradients[bias...])
    }
    guard let batchGradient else {
      return context.kernels.addWeightGradient(
        forwardTable, images: context.images, input: context.block(places.input),
        outputs: units, gradient: context.block(places.outputGradient),
        to: context.gradients[kernel...])
    }
    keep(places.input, at: batchGradient.input, context)
    keep(places.outputGradient, at: batchGradient.gradient, context)
  }

  /// Copies a chunk's numbers into the batch's shared memory.
  private func keep(_ region: Region, at offset: Int, _ context: ChunkContext) {
    let start = offset + context.first * region.perImage
    context.shared[start..<start + context.images * region.perImage].update(
      from: context.floats(region))
  }

  var formParts: Int { places.inputGradient == nil ? 0 : 1 }

  func refresh(
    _ part: Int, _ kernels: KernelSet, weights: Elements<Float>,
    derived: MutableElements<Float>
  ) {
    kernels.transpose(
      rows: inputs, columns: units, weights[kernel...], into: derived[transposed...])
  }
}
