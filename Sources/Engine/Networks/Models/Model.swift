public import Tensors

/// A sequential model: layers whose shapes fit, with names and counts as Keras 3 gives them.
///
/// A model has no weights; see ``ModelWeights``.
public struct Model: Sendable {
  /// The name that summaries show, such as `sequential`.
  public let name: String
  /// The shape of one input, without the batch axis.
  public let inputShape: Shape
  /// The layers, without input layers, which only say a shape.
  public let layers: [ModelLayer]

  /// Infers every shape and names every layer.
  ///
  /// - Parameters:
  ///   - name: the model's name in summaries.
  ///   - layers: in order; an input layer says a shape and is no layer of the model.
  ///   - inputShape: used where no declaration says one, and compared with it where one does.
  /// - Throws: ``ModelError`` with the index of the declaration at fault.
  public init(
    name: String = "sequential", inputShape: Shape? = nil, layers: [LayerDeclaration]
  ) throws(ModelError) {
    var builder = ModelBuilder(inputShape: inputShape)
    for (index, declaration) in layers.enumerated() { try builder.add(declaration, at: index) }
    self = try Model(name, builder)
  }

  /// The model with further layers behind its own; index 0 in errors is the first of `layers`.
  public func extending(
    name: String? = nil, with layers: [LayerDeclaration]
  ) throws(ModelError) -> Model {
    var builder = ModelBuilder(self)
    for (index, declaration) in layers.enumerated() { try builder.add(declaration, at: index) }
    return try Model(name ?? self.name, builder)
  }

  private init(_ name: String, _ builder: ModelBuilder) throws(ModelError) {
    guard let shape = builder.inputShape, !builder.layers.isEmpty else {
      throw ModelError(layerIndex: nil, layerName: nil, problem: .noLayers)
    }
    try self.init(name: name, inputShape: shape, placed: builder.layers)
  }

  /// Layers that are placed already; those that say no inputs take the output of the one before.
  init(name: String, inputShape: Shape, placed: [ModelLayer]) throws(ModelError) {
    guard !placed.isEmpty else {
      throw ModelError(layerIndex: nil, layerName: nil, problem: .noLayers)
    }
    self.name = name
    self.inputShape = inputShape
    layers = placed.enumerated().map { index, layer in
      var layer = layer
      if layer.inputs.isEmpty { layer.inputs = [index - 1] }
      return layer
    }
  }
}

extension Model {
  /// The shape of one output, without the batch axis.
  public var outputShape: Shape { layers.last?.outputShape ?? inputShape }
  /// All weights in the order of the layers, trainable or not.
  public var weightSpecs: [WeightSpec] { layers.flatMap(\.weightSpecs) }
  /// Which of all weights each layer computes with.
  var weightRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for layer in layers {
      if let owner = layer.owner {
        ranges.append(ranges[owner])
        continue
      }
      ranges.append(start..<start + layer.weightSpecs.count)
      start += layer.weightSpecs.count
    }
    return ranges
  }
  /// The numbers of all weights; shared ones count once.
  public var parameterCount: Int { layers.map(\.parameterCount).reduce(0, +) }
  /// The numbers that training moves by gradients.
  public var trainableCount: Int { layers.map(\.trainableCount).reduce(0, +) }
  /// The numbers that no gradient moves: frozen layers' and moving moments.
  public var nonTrainableCount: Int { parameterCount - trainableCount }
}
