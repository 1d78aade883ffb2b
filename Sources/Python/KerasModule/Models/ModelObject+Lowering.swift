internal import PythonRuntime
internal import Networks
internal import Tensors

/// A model as the engine takes it, and the program's layers that its layers stand for.
struct LoweredModel {
  let model: Model
  /// One for each of the engine's layers; nil for those that only tie others together, and for
  /// further uses of a layer.
  let layers: [LayerObject?]

  /// The weights that the layers hold now.
  var weights: ModelWeights? {
    ModelWeights(model, flat: layers.flatMap { $0?.weights.map(\.values) ?? [] })
  }

  /// Puts trained weights back into the layers.
  func keep(_ weights: ModelWeights) {
    var place = 0
    for (layer, placed) in zip(layers, model.layers) {
      let count = placed.weightSpecs.count
      layer?.weights = Array(weights.tensors[place..<place + count])
      place += count
    }
  }
}

extension ModelObject {
  /// The engine's model from the inputs to an output, with weights in every layer; to all outputs,
  /// behind each other in one row, where none is named and the model has several.
  ///
  /// - Parameters:
  ///   - frozen: what isn't trained; nil for what the flags say now.
  ///   - isTraining: whether layers that take windows of images in training alone stand in it.
  /// - Throws: Python's exception where the model has no input's shape yet.
  func lowered(
    to output: TensorObject? = nil, frozen: FrozenParts? = nil, isTraining: Bool = true,
    _ machine: Machine
  ) throws(PyError) -> LoweredModel {
    let ends = output.map { [$0] } ?? outputs
    guard !inputs.isEmpty, !ends.isEmpty else {
      throw machine.error(
        "ValueError",
        "This model has not yet been built. Build the model first by calling `build()` or by calling the model on a batch of data."
      )
    }
    var graph = GraphLowering(machine, frozen ?? FrozenParts(self), isTraining: isTraining)
    let shape = graph.begin(with: inputs)
    try graph.end(with: ends)
    let model: Model
    do {
      model = try Model(name: name, inputShape: shape, nodes: graph.nodes)
    } catch {
      throw machine.error("ValueError", "\(error)")
    }
    if !isTraining { try checkWhole(graph.layers, model, machine) }
    try initialize(graph.layers, model, machine)
    return LoweredModel(model: model, layers: graph.layers)
  }

  /// Gives first weights to the layers that have none yet.
  private func initialize(
    _ layers: [LayerObject?], _ model: Model, _ machine: Machine
  ) throws(PyError) {
    let pairs = zip(layers, model.layers)
    // Those of the layer, which say what could be trained where it isn't frozen.
    for (layer, placed) in pairs {
      layer?.specs = placed.layer.weightSpecs(for: placed.inputShape)
    }
    let isMissing = pairs.contains { layer, placed in
      layer.map { $0.weights.count != placed.weightSpecs.count } ?? false
    }
    guard isMissing else { return }
    let need = MemoryNeed(weightsOf: model)
    if need.isTooMuch { throw machine.error("MemoryError", "the model \(need)") }
    copy = session.count(model)
    let fresh = ModelWeights(model, seed: seed)
    var place = 0
    for (layer, placed) in pairs {
      let count = placed.weightSpecs.count
      if let layer, layer.weights.count != count {
        layer.weights = Array(fresh.tensors[place..<place + count])
      }
      place += count
    }
  }
}

/// Walks from an output back to the inputs and lists the engine's nodes in order.
struct GraphLowering {
  private(set) var nodes: [ModelNode] = []
  private(set) var layers: [LayerObject?] = []
  private var places: [ObjectIdentifier: Int] = [:]
  /// The nodes where layers are used first.
  private var firsts: [ObjectIdentifier: Int] = [:]
  /// Where tensors that have the channels first stand with the channels last.
  private var lastPlaces: [ObjectIdentifier: Int] = [:]
  private var names: Set<String> = []
  private let machine: Machine
  private let frozen: FrozenParts
  private let isTraining: Bool

  init(_ machine: Machine, _ frozen: FrozenParts, isTraining: Bool) {
    (self.machine, self.frozen, self.isTraining) = (machine, frozen, isTraining)
  }

  /// Makes the tensors the graph's inputs; several come behind each other.
  mutating func begin(with inputs: [TensorObject]) -> Shape {
    guard inputs.count > 1 else {
      places[ObjectIdentifier(inputs[0])] = -1
      return inputs[0].tensorShape
    }
    var start = 0
    for input in inputs {
      let part = Slice(start: start, shape: input.tensorShape)
      places[ObjectIdentifier(input)] = append(part, input.layer.name, [-1], nil)
      start += input.tensorShape.count
    }
    return [start]
  }

  /// Makes the tensors the graph's output; several come behind each other.
  mutating func end(with outputs: [TensorObject]) throws(PyError) {
    var places: [Int] = []
    for output in outputs { places.append(try place(of: output)) }
    if places.count > 1 {
      try checkShapes()
      _ = append(Flatten(), "outputs", places, nil)
    }
    if nodes.isEmpty, let shape = outputs.first?.inputs.first?.tensorShape {
      _ = append(Slice(start: 0, shape: shape), "whole", [-1], nil)
    }
  }

  private mutating func append(
    _ layer: any Layer, _ name: String, _ inputs: [Int], _ object: LayerObject?
  ) -> Int {
    var own = name
    while !names.insert(own).inserted { own += "_" }
    let owner = object.flatMap { $0.specs.isEmpty ? nil : firsts[ObjectIdentifier($0)] }
    let node = ModelNode(
      object.map { frozen.contains($0) } ?? false ? layer.frozen : layer, name: own,
      inputs: inputs, isTrainable: object.map { frozen.allowsTraining(of: $0) } ?? true,
      owner: owner)
    nodes.append(node)
    layers.append(owner == nil ? object : nil)
    if let object, owner == nil { firsts[ObjectIdentifier(object)] = nodes.count - 1 }
    return nodes.count - 1
  }

  /// The node that gives a tensor.
  mutating func place(of tensor: TensorObject) throws(PyError) -> Int {
    if let known = places[ObjectIdentifier(tensor)] { return known }
    if tensor.isMadeWithChannelsLast {
      return move(try placeOnLast(tensor), tensor, .first)
    }
    var inputs: [Int] = []
    for input in tensor.inputs {
      inputs.append(try tensor.takesChannelsLast ? placeOnLast(input) : place(of: input))
    }
    let place: Int
    switch tensor.layer.content {
    case .engine(_, let engine):
      place = append(engine, of: tensor, inputs)
    case .merge(let kind):
      try checkShapes()
      place = append(
        try kind.layer(of: tensor.inputs.map(\.tensorShape), machine), tensor.layer.name, inputs,
        nil)
    case .function:
      place = try tensor.body.map { body throws(PyError) in try self.place(of: body) } ?? inputs[0]
    case .model(let inner):
      guard inner.inputs.count == inputs.count, let end = inner.outputs.first else {
        throw machine.error("ValueError", "model '\(inner.name)' takes another number of inputs")
      }
      place = try expand(from: inner.inputs, to: end, inputs)
    case .wrapper(let wrapper):
      guard let (input, output) = wrapper.graph else { return inputs[0] }
      try checkShapes()
      place = try expand(from: [input], to: output, inputs)
    case .input:
      throw machine.error(
        "ValueError", "the model's output depends on an input that is not among its inputs")
    }
    places[ObjectIdentifier(tensor)] = place
    return place
  }

  /// The node that gives a tensor with its channels last, which the program has first.
  private mutating func placeOnLast(_ tensor: TensorObject) throws(PyError) -> Int {
    if let known = lastPlaces[ObjectIdentifier(tensor)] { return known }
    guard tensor.isMadeWithChannelsLast, case .engine(_, let engine) = tensor.layer.content else {
      return move(try place(of: tensor), tensor, .last)
    }
    let source = try placeOnLast(tensor.inputs[0])
    let made = append(engine, of: tensor, [source])
    lastPlaces[ObjectIdentifier(tensor)] = made
    return made
  }

  /// Refuses what is made for the shapes of training where images stay whole.
  private func checkShapes() throws(PyError) {
    if isTraining { return }
    throw machine.error(
      "NotImplementedError",
      "a model with RandomCrop and several branches or wrapped layers is not supported by Caderno out of training"
    )
  }

  /// The node of a layer and of what its outputs cost; where images stay whole, the one before it.
  private mutating func append(
    _ engine: any Layer, of tensor: TensorObject, _ inputs: [Int]
  ) -> Int {
    let layer = tensor.layer
    if !isTraining, layer.cuts(tensor.inputs[0].tensorShape) { return inputs[0] }
    return judged(append(engine, layer.name, inputs, layer), layer)
  }

  /// The node behind a layer's that counts what its outputs cost, where they do.
  private mutating func judged(_ place: Int, _ layer: LayerObject) -> Int {
    guard let activity = layer.activity else { return place }
    return append(activity.penalty, "\(layer.name)_activity", [place], nil)
  }

  /// A node that turns the axes of a tensor.
  private mutating func move(_ place: Int, _ tensor: TensorObject, _ order: ChannelOrder) -> Int {
    let layer = ChannelOrder.move(order, rank: tensor.tensorShape.rank)
    let made = append(layer, "\(tensor.layer.name)_\(order.rawValue)", [place], nil)
    switch order {
    case .first: places[ObjectIdentifier(tensor)] = made
    case .last: lastPlaces[ObjectIdentifier(tensor)] = made
    }
    return made
  }

  /// The layers of a graph inside of another, between its inputs and its output.
  private mutating func expand(
    from starts: [TensorObject], to end: TensorObject, _ inputs: [Int]
  ) throws(PyError) -> Int {
    let outer = (places, lastPlaces)
    for (tensor, place) in zip(starts, inputs) { places[ObjectIdentifier(tensor)] = place }
    let place = try place(of: end)
    // Another use of the graph has places of its own.
    (places, lastPlaces) = outer
    return place
  }
}
