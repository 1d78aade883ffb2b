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
  func object() throws(PyError) -> Value {
    let isRow = model.isSequential
    var more: [(name: String, value: Value)] = []
    if let shape = model.inputs.first?.tensorShape {
      let input = isRow ? making.shape(shape) : Value.none
      more.append(("build_config", try making.dict([("input_shape", input)])))
    }
    more.append(("compile_config", try compilation()))
    return try making.object(
      isRow ? "keras" : "keras.src.models.functional", model.className, try value(),
      registered: isRow ? .none : .string("Functional"), also: more)
  }

  private func row() throws(PyError) -> Value {
    var layers: [Value] = []
    if let input = model.inputs.first?.layer {
      layers.append(try entry(input, named: false))
    }
    for layer in model.layers { layers.append(try entry(layer, named: false)) }
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
    var layers: [Value] = []
    for layer in model.layers { layers.append(try entry(layer, named: true)) }
    return try making.dict([
      ("name", .string(model.name)), ("trainable", .bool(true)),
      ("layers", .object(ListObject(layers))), ("input_layers", places(model.inputs)),
      ("output_layers", places(model.outputs)),
    ])
  }

  /// `['dense', 0, 0]`, or a list of such.
  private func places(_ tensors: [TensorObject]) -> Value {
    let places = tensors.map { history(of: $0) }
    return places.count == 1 ? places[0] : .object(ListObject(places))
  }

  private func history(of tensor: TensorObject) -> Value {
    .object(ListObject([.string(tensor.layer.name), .int(0), .int(0)]))
  }

  /// A layer with its class and, in a graph, with what it takes.
  private func entry(_ layer: LayerObject, named: Bool) throws(PyError) -> Value {
    if case .model(let inner) = layer.content { return try ModelConfig(inner, machine).object() }
    var more: [(name: String, value: Value)] = []
    let shapes = (layer.output?.inputs ?? []).map { making.shape($0.tensorShape) }
    if LayerFacts.of(layer.className)?.isWrittenBuilt ?? false, !shapes.isEmpty {
      let shape = shapes.count == 1 ? shapes[0] : Value.object(ListObject(shapes))
      more.append(("build_config", try making.dict([("input_shape", shape)])))
    }
    if named {
      more.append(("name", .string(layer.name)))
      more.append(("inbound_nodes", try nodes(layer)))
    }
    return try making.object(
      "keras.layers", layer.className, try LayerConfig(layer, machine).value(), also: more)
  }

  private func nodes(_ layer: LayerObject) throws(PyError) -> Value {
    let inputs = layer.output?.inputs ?? []
    guard !inputs.isEmpty else { return .object(ListObject([])) }
    var tensors: [Value] = []
    for input in inputs { tensors.append(try tensor(input)) }
    let argument = inputs.count == 1 ? tensors[0] : Value.object(ListObject(tensors))
    let node = try making.dict([
      ("args", .object(TupleObject([argument]))), ("kwargs", try making.dict([])),
    ])
    return .object(ListObject([node]))
  }

  private func tensor(_ tensor: TensorObject) throws(PyError) -> Value {
    try making.dict([
      ("class_name", .string("__keras_tensor__")),
      (
        "config",
        try making.dict([
          ("shape", making.shape(tensor.tensorShape)), ("dtype", .string("float32")),
          ("keras_history", history(of: tensor)),
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
    let metrics = compiled.metrics.map { Value($0.value) }
    return try making.dict([
      ("optimizer", optimizer), ("loss", loss), ("loss_weights", .none),
      ("metrics", metrics.isEmpty ? .none : .object(ListObject(metrics))),
      ("weighted_metrics", .none), ("run_eagerly", .bool(false)),
      ("steps_per_execution", .int(1)), ("jit_compile", .bool(false)),
    ])
  }
}
