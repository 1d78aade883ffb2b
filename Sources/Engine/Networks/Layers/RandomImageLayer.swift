internal import Memory
internal import Tensors

/// A layer that in training changes each image by random numbers of its own, and leaves it as it is otherwise.
///
/// The numbers are a function of (seed, step, layer, place in the batch), never of the thread.
protocol RandomImageLayer: PlannedLayer {
  /// How many random numbers in `[0, 1)` an image takes.
  var drawCount: Int { get }
  /// What becomes of an image, `[height, width, channels]`.
  func change(
    _ image: Elements<Float>, _ shape: Shape, by draws: Elements<Float>,
    to output: MutableElements<Float>)
  /// Adds the gradient of an image to zeros, given that of what became of it.
  func addGradient(
    _ slopes: Elements<Float>, of image: Elements<Float>, _ shape: Shape,
    by draws: Elements<Float>, to result: MutableElements<Float>)
}

extension RandomImageLayer {
  /// True: it draws in training alone.
  public var isRandom: Bool { true }
  /// Out of training the image itself.
  public func returnsInput(training: Bool) -> Bool { !training }

  /// The image's shape, which stays.
  ///
  /// - Throws: ``ShapeError`` for what is no image.
  public func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 3 else {
      throw ShapeError(Self.signature.name, input: input, .wrongRank(expected: 3))
    }
    return input
  }

  /// Changes each image in training.
  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    guard pass.isTraining else { return LayerOutput(input) }
    var result = Tensor(zeros: input.shape)
    eachImage(of: input, pass) { image, place, shape, draws in
      result.values.withMutableElements { change(image, shape, by: draws, to: $0[place]) }
    }
    return LayerOutput(result)
  }

  /// Takes gradients back through the same changes.
  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    guard pass.isTraining else { return LayerGradients(input: gradient) }
    var result = Tensor(zeros: input.shape)
    eachImage(of: input, pass) { image, place, shape, draws in
      gradient.values.withElements { slopes in
        result.values.withMutableElements {
          addGradient(slopes[place], of: image, shape, by: draws, to: $0[place])
        }
      }
    }
    return LayerGradients(input: result)
  }

  private func eachImage(
    of input: Tensor, _ pass: LayerPass,
    _ body: (Elements<Float>, Range<Int>, Shape, Elements<Float>) -> Void
  ) {
    let (images, shape) = (input.shape[0], Shape(Array(input.shape.extents.dropFirst())))
    withSpareElements(of: Float.self, count: images * drawCount) { drawn in
      NoiseSource(pass).uniform(drawn, [images, drawCount])
      input.values.withElements { input in
        for image in 0..<images {
          let place = image * shape.count..<(image + 1) * shape.count
          body(
            input[place], place, shape,
            Elements(drawn[image * drawCount..<(image + 1) * drawCount]))
        }
      }
    }
  }

  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    let places = plan.advance(to: site.outputShape.count)
    plan.add(
      RandomImageStep(
        places: places, layer: self, shape: site.outputShape, layerIndex: site.index,
        draws: plan.memory.region(perImage: drawCount)))
  }
}

/// Random changes of images in training; nothing otherwise.
private struct RandomImageStep: PlanStep {
  let places: StepPlaces
  let layer: any RandomImageLayer
  let shape: Shape
  let layerIndex: Int
  /// The random numbers of each image, kept for the gradient.
  let draws: Region

  func forward(_ context: ChunkContext) {
    guard context.pass.isTraining else {
      context.floats(places.output).update(from: context.floats(places.input))
      return
    }
    var pass = context.pass
    (pass.layerIndex, pass.firstImage) = (layerIndex, context.first)
    NoiseSource(pass, kernels: context.kernels)
      .uniform(context.floats(draws), [context.images, layer.drawCount])
    for image in 0..<context.images {
      layer.change(
        Elements(context.floats(places.input, image: image)), shape,
        by: Elements(context.floats(draws, image: image)),
        to: context.floats(places.output, image: image))
    }
  }

  func backward(_ context: ChunkContext) {
    guard let before = places.inputGradient else { return }
    context.floats(before).update(repeating: 0)
    for image in 0..<context.images {
      layer.addGradient(
        Elements(context.floats(places.outputGradient, image: image)),
        of: Elements(context.floats(places.input, image: image)), shape,
        by: Elements(context.floats(draws, image: image)),
        to: context.floats(before, image: image))
    }
  }
}
