internal import PythonRuntime
internal import Networks
internal import Tensors

/// What `get_config()` and `to_json()` of a model write down.
struct ModelConfig {
  private let model: ModelObject
  private let machine: Machine
  private let making: ConfigMaking

  init(_ model: ModelObject, _ machine: Machine) {
    self.model = model
    self.machine = machine
    making = ConfigMaking(machine: machine)
  }

  /// `get_config()`.
  func value() throws(PyError) -> Value {
    model.isSequential ? try row() : try graph()
  }

  /// The model with its class, as it stands in JSON or in another model.
  ///
  /// - Parameter inbound: what a graph around it says of its place there.
  func object(also inbound: [(name: String, value: Value)] = []) throws(PyError) -> Value {
    let isRow = model.isSequential
    var more: [(name: String, value: Value)] = []
    if let shape = model.inputs.first?.tensorShape {
      let input = isRow ? making.shape(shape) : Value.none
      more.append(("build_config", try making.dict([("input_shape", input)])))
    }
    more.append(("compile_config", try compilation()))
    return try making.object(
      isRow ? "keras" : "keras.src.models.functional", model.className, try value(),
      registered: isRow ? .none : .string("Functional"), also: more + inbound)
  }

  private func row() throws(PyError) -> Value {
    var layers: [Value] = []
    if let input = model.inputs.first?.layer {
      layers.append(try entry(input))
    }
    for layer in model.layers { layers.append(try entry(layer)) }
    var entries: [(name: String, value: Value)] = [
      ("name", .string(model.name)), ("trainable", .bool(true)),
      ("dtype", try making.precision()), ("layers", .object(ListObject(layers))),
    ]
    if let shape = model.inputs.first?.tensorShape {
      entries.append(("build_input_shape", making.shape(shape)))
    }
    return try making.dict(entries)
  }

  private func graph() throws(PyError) -> Value {
    let form = GraphForm(model)
    var layers: [Value] = []
    for (layer, uses) in zip(model.layers, form.layers) {
      layers.append(try entry(layer, uses: uses))
    }
    return try making.dict([
      ("name", .string(model.name)), ("trainable", .bool(true)),
      ("layers", .object(ListObject(layers))), ("input_layers", places(form.inputs)),
      ("output_layers", places(form.outputs)),
    ])
  }

  /// `['dense', 0, 0]`, or a list of such.
  private func places(_ places: [GraphForm.Place]) -> Value {
    let places = places.map { history(of: $0) }
    return places.count == 1 ? places[0] : .object(ListObject(places))
  }

  private func history(of place: GraphForm.Place) -> Value {
    .object(ListObject([.string(place.layer), .int(place.use), .int(0)]))
  }

  /// A layer with its class and, in a graph, with what its uses take.
  private func entry(_ layer: LayerObject, uses: GraphForm.Uses? = nil) throws(PyError) -> Value {
    let inbound = try uses.map { uses throws(PyError) in
      [("name", Value.string(layer.name)), ("inbound_nodes", try nodes(layer, uses))]
    }
    if case .model(let inner) = layer.content {
      return try ModelConfig(inner, machine).object(also: inbound ?? [])
    }
    var more: [(name: String, value: Value)] = []
    let shapes = (layer.output?.inputs ?? []).map { making.shape($0.tensorShape) }
    if LayerFacts.of(layer.className)?.isWrittenBuilt ?? false, !shapes.isEmpty {
      let shape = shapes.count == 1 ? shapes[0] : Value.object(ListObject(shapes))
      more.append(("build_config", try making.dict([("input_shape", shape)])))
    }
    return try making.object(
      "keras.layers", layer.className, try LayerConfig(layer, machine).value(),
      also: more + (inbound ?? []))
  }

  private func nodes(_ layer: LayerObject, _ uses: GraphForm.Uses) throws(PyError) -> Value {
    var nodes: [Value] = []
    let taken = GraphTensors(from: model.inputs, to: model.outputs).byLayer[ObjectIdentifier(layer)]
    for (tensor, places) in zip(taken ?? [], uses.inputs) where !places.isEmpty {
      var tensors: [Value] = []
      for (input, place) in zip(tensor.inputs, places) {
        tensors.append(try self.tensor(input, place))
      }
      let argument = tensors.count == 1 ? tensors[0] : Value.object(ListObject(tensors))
      nodes.append(
        try making.dict([
          ("args", .object(TupleObject([argument]))), ("kwargs", try making.dict([])),
        ]))
    }
    return .object(ListObject(nodes))
  }

  private func tensor(
    _ tensor: TensorObject, _ place: GraphForm.Place
  ) throws(PyError) -> Value {
    try making.dict([
      ("class_name", .string("__keras_tensor__")),
      (
        "config",
        try making.dict([
          ("shape", making.shape(tensor.tensorShape)), ("dtype", .string("float32")),
          ("keras_history", history(of: place)),
        ])
      ),
    ])
  }

  /// What `compile` was given; empty before it.
  private func compilation() throws(PyError) -> Value {
    guard let compiled = model.compilation else { return try making.dict([]) }
    let optimizer = try making.object(
      "keras.optimizers", compiled.optimizer.hostType.name,
      try OptimizerConfig(compiled.optimizer, machine).value())
    var loss = compiled.lossValue
    if let made: ComponentObject = loss.asObject() {
      loss = try making.object(
        "keras.losses", made.hostType.name,
        try making.dict([
          ("name", .string(made.title)), ("reduction", .string("sum_over_batch_size")),
        ]))
    }
    func metrics(areWeighted: Bool) -> Value {
      let asked = compiled.metrics.filter { $0.isWeighted == areWeighted }
      return asked.isEmpty ? .none : .object(ListObject(asked.map { Value($0.value) }))
    }
    return try making.dict([
      ("optimizer", optimizer), ("loss", loss), ("loss_weights", .none),
      ("metrics", metrics(areWeighted: false)), ("weighted_metrics", metrics(areWeighted: true)),
      ("run_eagerly", .bool(false)),
      ("steps_per_execution", .int(1)), ("jit_compile", .bool(false)),
    ])
  }
}
