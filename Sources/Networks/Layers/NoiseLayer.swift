internal import Tensors

/// A layer that in training multiplies its inputs with random factors and adds random offsets.
///
/// The numbers are a function of (seed, step, layer, place in the batch), never of the thread.
protocol NoiseLayer: Layer {
  /// The factors of an input's numbers and, where there are any, the offsets, in its shape.
  func noise(for shape: Shape, from source: NoiseSource) -> (factors: Tensor, offsets: Tensor?)
}

extension NoiseLayer {
  public func outputShape(for input: Shape) throws(ShapeError) -> Shape { input }

  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    guard pass.isTraining && isRandom else { return LayerOutput(input) }
    let (factors, offsets) = noise(for: input.shape, from: NoiseSource(pass))
    var values = zip(input.values, factors.values).map { $0 * $1 }
    if let offsets { values = zip(values, offsets.values).map { $0 + $1 } }
    return LayerOutput(Tensor(input.shape, values), saved: [factors])
  }

  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    guard let factors = output.saved.first else { return LayerGradients(input: gradient) }
    let values = zip(gradient.values, factors.values).map { $0 * $1 }
    return LayerGradients(input: Tensor(input.shape, values))
  }
}
