internal import Kernels

/// A dense layer over vectors.
struct DenseStep: PlanStep {
  let places: StepPlaces
  let inputs: Int
  let units: Int
  /// Offsets of the weights; without a bias, that of zeros among the derived forms.
  let kernel: Int
  let bias: Int?
  /// Derived: the kernel transposed, `[units, inputs]`, and zeros for chains that begin with none.
  let transposed: Int
  let zeros: Int
  /// Nil where the loss takes the sums.
  let function: (any ActivationFunction)?
  let forwardTable: WindowTable
  let backwardTable: WindowTable

  func forward(_ run: ChunkRun) {
    run.kernels.accumulate(
      forwardTable, images: run.images, input: run.block(places.input),
      outputs: units, weights: run.weights + kernel,
      bias: bias.map { UnsafePointer(run.weights + $0) } ?? UnsafePointer(run.derived + zeros),
      output: run.block(places.output), rectifies: function is ReLU)
    if let function, !(function is ReLU) {
      function.apply(run.floats(places.output), rowLength: units)
    }
  }

  func backward(_ run: ChunkRun) {
    let slopes = run.floats(places.outputGradient)
    function?.applyGradient(
      slopes, outputs: UnsafeBufferPointer(run.floats(places.output)), rowLength: units)
    run.kernels.addWeightGradient(
      forwardTable, images: run.images, input: run.block(places.input),
      outputs: units, gradient: run.block(places.outputGradient), to: run.gradients + kernel)
    if let bias {
      run.kernels.addColumns(
        rows: run.images, columns: units, run.start(places.outputGradient),
        to: run.gradients + bias)
    }
    guard let before = places.inputGradient else { return }
    run.kernels.accumulate(
      backwardTable, images: run.images, input: run.block(places.outputGradient),
      outputs: inputs, weights: run.derived + transposed, bias: run.derived + zeros,
      output: run.block(before))
  }

  func refresh(
    _ kernels: KernelSet, weights: UnsafePointer<Float>, derived: UnsafeMutablePointer<Float>
  ) {
    guard places.inputGradient != nil else { return }
    kernels.transpose(
      rows: inputs, columns: units, weights + kernel, into: derived + transposed)
  }
}
