internal import Kernels
internal import Memory
internal import Tensors

/// A layer that in training multiplies its inputs with random factors and adds random offsets.
///
/// The numbers are a function of (seed, step, layer, place in the batch), never of the thread.
protocol NoiseLayer: PlannedLayer {
  /// Whether there are offsets beside the factors.
  var hasOffsets: Bool { get }
  /// Draws the factor and the offset of each number of some images, all of one shape.
  ///
  /// - Parameters:
  ///   - offsets: empty where the layer has none.
  ///   - shape: that of the images with the batch's axis in front.
  func draw(
    _ factors: MutableElements<Float>, _ offsets: MutableElements<Float>, for shape: Shape,
    from source: NoiseSource)
}

extension NoiseLayer {
  var hasOffsets: Bool { false }
  /// Noise comes in training alone.
  public func returnsInput(training: Bool) -> Bool { !training || !isRandom }

  /// The input's shape: noise changes none.
  public func outputShape(for input: Shape) throws(ShapeError) -> Shape { input }

  /// In training, input times factors plus offsets, and the factors saved; the input itself
  /// otherwise.
  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    guard pass.isTraining && isRandom else { return LayerOutput(input) }
    var (factors, offsets) = (Tensor(zeros: input.shape), [Float]())
    if hasOffsets { offsets = factors.values }
    factors.values.withMutableElements { factors in
      offsets.withMutableElements { draw(factors, $0, for: input.shape, from: NoiseSource(pass)) }
    }
    var values = zip(input.values, factors.values).map { $0 * $1 }
    if hasOffsets { values = zip(values, offsets).map { $0 + $1 } }
    return LayerOutput(Tensor(input.shape, values), saved: [factors])
  }

  /// The gradient times the factors; offsets have no say in it.
  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    guard let factors = output.saved.first else { return LayerGradients(input: gradient) }
    let values = zip(gradient.values, factors.values).map { $0 * $1 }
    return LayerGradients(input: Tensor(input.shape, values))
  }

  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    let count = site.outputShape.count
    plan.add(
      NoiseStep(
        places: plan.advance(to: count), layer: self, shape: site.outputShape,
        layerIndex: site.index, factors: plan.memory.region(perImage: count),
        offsets: plan.memory.region(perImage: hasOffsets ? count : 0)))
  }
}

/// Random factors and offsets in training; nothing otherwise.
struct NoiseStep: PlanStep {
  let places: StepPlaces
  let layer: any NoiseLayer
  let shape: Shape
  let layerIndex: Int
  /// The factor of each number, kept for the gradient, and its offset.
  let factors: Region
  let offsets: Region

  func forward(_ context: ChunkContext) {
    let (input, output) = (context.floats(places.input), context.floats(places.output))
    guard context.pass.isTraining && layer.isRandom else { return output.update(from: input) }
    var pass = context.pass
    (pass.layerIndex, pass.firstImage) = (layerIndex, context.first)
    let (factors, offsets) = (context.floats(factors), context.floats(offsets))
    layer.draw(
      factors, offsets, for: Shape([context.images] + shape.extents),
      from: NoiseSource(pass, kernels: context.kernels))
    context.kernels.multiply(Elements(input), Elements(factors), into: output)
    if layer.hasOffsets { context.kernels.add(Elements(offsets), to: output) }
  }

  func backward(_ context: ChunkContext) {
    guard let before = places.inputGradient else { return }
    let (slopes, target) = (context.floats(places.outputGradient), context.floats(before))
    guard layer.isRandom else { return target.update(from: slopes) }
    context.kernels.multiply(
      Elements(slopes), Elements(context.floats(factors)), into: target)
  }
}
