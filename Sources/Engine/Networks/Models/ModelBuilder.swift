internal import Tensors

/// Adds layers one by one while shapes fit.
struct ModelBuilder {
  private(set) var inputShape: Shape?
  private(set) var layers: [ModelLayer] = []
  private var names: LayerName.Taken

  init(inputShape: Shape?) {
    self.inputShape = inputShape
    names = LayerName.Taken([])
  }

  init(_ model: Model) {
    inputShape = model.inputShape
    layers = model.layers
    names = LayerName.Taken(model.layers.map(\.name))
  }

  mutating func add(_ declaration: LayerDeclaration, at index: Int) throws(ModelError) {
    func failure(_ problem: ModelError.Problem) -> ModelError {
      ModelError(layerIndex: index, layerName: declaration.name, problem: problem)
    }
    if let shape = declaration.inputShape { try declare(shape, failure) }
    if declaration.layer is InputLayer { return }
    guard let input = layers.last?.outputShape ?? inputShape else { throw failure(.noInputShape) }
    let name = declaration.name ?? names.next(for: declaration.layer)
    guard names.insert(name) else { throw failure(.duplicateName(name)) }
    do {
      layers.append(try placed(declaration.layer, name, input))
    } catch {
      throw failure(.shape(error))
    }
  }

  private mutating func declare(
    _ shape: Shape, _ failure: (ModelError.Problem) -> ModelError
  ) throws(ModelError) {
    do {
      try SizeLimit.check(shape, of: "InputLayer", input: shape)
    } catch {
      throw failure(.shape(error))
    }
    let here = layers.last?.outputShape ?? inputShape
    if let here, here != shape { throw failure(.inputShapeDiffers(declared: shape, here: here)) }
    if layers.isEmpty { inputShape = shape }
  }

  private func placed(
    _ layer: any Layer, _ name: String, _ input: Shape
  ) throws(ShapeError) -> ModelLayer {
    let output = try layer.outputShape(for: input)
    let specs = layer.weightSpecs(for: input)
    for shape in [output] + specs.map(\.shape) {
      try SizeLimit.check(shape, of: type(of: layer).signature.name, input: input)
    }
    for spec in specs where !type(of: spec.initializer).ranks.contains(spec.shape.rank) {
      let kind = type(of: spec.initializer)
      throw ShapeError(
        type(of: layer).signature.name, input: input,
        .initializer(name: kind.aliases.first ?? kind.signature.name, weight: spec.shape))
    }
    return ModelLayer(
      name: name, layer: layer, inputShape: input, outputShape: output, weightSpecs: specs)
  }
}
