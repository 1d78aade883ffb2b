internal import Memory
package import Tensors

/// In training, a window of each image, at one random place for all of a batch.
///
/// An image that isn't larger than the window along both axes has its middle taken, of the window's proportions, and
/// is resized where that is no window yet. Out of training Keras leaves images whole, in whatever size they have;
/// a model of fixed shapes can do so where the window is the image, and gives the middle elsewhere.
package struct RandomCrop: PlannedLayer {
  /// Keras' `RandomCrop`.
  package static let signature = Signature.layer(
    "RandomCrop", [Parameter("height", .int(.count)), Parameter("width", .int(.count))])
  private let height: Int
  private let width: Int

  /// Takes the window's extents.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    (height, width) = (arguments.int("height"), arguments.int("width"))
  }

  /// True: it draws in training alone.
  package var isRandom: Bool { true }

  /// Whether images of a shape are the window themselves, so that they stay whatever is drawn.
  package func keeps(_ input: Shape) -> Bool { input[0] == height && input[1] == width }

  /// The window's shape with the image's channels.
  ///
  /// - Throws: ``ShapeError`` for what is no image.
  package func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 3 else {
      throw ShapeError("RandomCrop", input: input, .wrongRank(expected: 3))
    }
    return [height, width, input[2]]
  }

  /// Where the window's pixels come from in one batch.
  fileprivate func map(for input: Shape, _ pass: LayerPass) -> any ImageMap {
    guard pass.isTraining, input[0] > height, input[1] > width else { return middle(of: input) }
    var pass = pass
    // Chunks of a batch have its place.
    pass.firstImage = 0
    return withSpareElements(of: Float.self, count: 2) { draws in
      NoiseSource(pass).uniform(draws, [1, 2])
      return window(
        of: input, top: Int(draws[0] * Float(input[0] - height + 1)),
        left: Int(draws[1] * Float(input[1] - width + 1)))
    }
  }

  /// The window about the largest middle of an image that has its proportions.
  private func middle(of input: Shape) -> any ImageMap {
    let tall = Int(Double(input[1] * height) / Double(width))
    let wide = Int(Double(input[0] * width) / Double(height))
    return window(
      of: input, top: (input[0] - max(min(input[0], tall), 1)) / 2,
      left: (input[1] - max(min(input[1], wide), 1)) / 2)
  }

  /// The window that begins at a pixel, made larger where the image ends before it does.
  private func window(of input: Shape, top: Int, left: Int) -> any ImageMap {
    let (rows, columns) = (min(input[0] - top, height), min(input[1] - left, width))
    guard rows == height, columns == width else {
      return PixelTaps(
        resizing: input, rows: top..<top + rows, columns: left..<left + columns, height: height,
        width: width)
    }
    return IndexMap(window: input, top: top, left: left, height: height, width: width)
  }

  /// The window of each image.
  package func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let shape = Shape(Array(input.shape.extents.dropFirst()))
    return LayerOutput(map(for: shape, pass).forward(input, shape: [height, width, shape[2]]))
  }

  /// Takes gradients back to where the pixels came from.
  package func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let shape = Shape(Array(input.shape.extents.dropFirst()))
    return LayerGradients(input: map(for: shape, pass).backward(gradient, shape: input.shape))
  }

  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    plan.add(
      RandomCropStep(
        places: plan.advance(to: site.outputShape.count), layer: self, shape: site.inputShape,
        layerIndex: site.index))
  }
}

/// The windows of a chunk's images.
private struct RandomCropStep: PlanStep {
  let places: StepPlaces
  let layer: RandomCrop
  let shape: Shape
  let layerIndex: Int

  func forward(_ context: ChunkContext) { step(context).forward(context) }
  func backward(_ context: ChunkContext) { step(context).backward(context) }

  private func step(_ context: ChunkContext) -> MovingStep {
    var pass = context.pass
    pass.layerIndex = layerIndex
    return MovingStep(places: places, map: layer.map(for: shape, pass))
  }
}

extension RandomCrop: KerasLayer {
  /// A layer of `keras.src.layers.preprocessing.image_preprocessing`.
  package static let keras = KerasFacts(
    "preprocessing.image_preprocessing", config: "data_format height width seed",
    hasChannelOrder: true, arguments: ["seed"])
}
