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
  /// Nil where the loss takes the sums.
  let function: (any ActivationFunction)?
  /// Where the kernel's gradient is computed for the whole batch.
  let batchGradient: BatchGradient?
  let forwardTable: WindowTable
  let backwardTable: WindowTable

  func forward(_ run: ChunkRun) {
    run.kernels.accumulate(
      forwardTable, images: run.images, input: run.block(places.input),
      outputs: units, weights: Elements(run.weights[kernel...]),
      bias: Elements(bias.map { run.weights[$0...] } ?? run.derived[zeros...]),
      output: run.block(places.output), rectifies: function is ReLU)
    if let function, !(function is ReLU) {
      function.apply(run.floats(places.output), rowLength: units)
    }
  }

  func backward(_ run: ChunkRun) {
    let slopes = run.floats(places.outputGradient)
    function?.applyGradient(
      slopes, outputs: Elements(run.floats(places.output)), rowLength: units)
    if isTrained { addWeightGradients(run) }
    guard let before = places.inputGradient else { return }
    run.kernels.accumulate(
      backwardTable, images: run.images, input: run.block(places.outputGradient),
      outputs: inputs, weights: Elements(run.derived[transposed...]),
      bias: Elements(run.derived[zeros...]),
      output: run.block(before))
  }

  private func addWeightGradients(_ run: ChunkRun) {
    if let bias {
      run.kernels.addColumns(
        rows: run.images * rows, columns: units, Elements(run.floats(places.outputGradient)),
        to: run.gradients[bias...])
    }
    guard let batchGradient else {
      return run.kernels.addWeightGradient(
        forwardTable, images: run.images, input: run.block(places.input),
        outputs: units, gradient: run.block(places.outputGradient), to: run.gradients[kernel...])
    }
    keep(places.input, at: batchGradient.input, run)
    keep(places.outputGradient, at: batchGradient.gradient, run)
  }

  /// Copies a chunk's numbers into the batch's shared memory.
  private func keep(_ region: Region, at offset: Int, _ run: ChunkRun) {
    let start = offset + run.first * region.perImage
    run.shared[start..<start + run.images * region.perImage].update(from: run.floats(region))
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
