internal import PythonRuntime
internal import Networks
internal import Tensors

extension ConfigReading {
  /// A model of what `to_json()` wrote.
  func model(json: Value) throws(PyError) -> ModelObject {
    guard let loads = machine.modules["json"]?.members["loads"],
      let dict: DictObject = try machine.call(loads, Arguments([json])).asObject()
    else { throw machine.error("TypeError", "model_from_json() takes what to_json() gives") }
    return try model(object: dict)
  }

  /// A model with its class, and compiled where the model was.
  func model(object dict: DictObject) throws(PyError) -> ModelObject {
    let model = try model(entry("config", of: .object(dict)))
    let compiled = try entry("compile_config", of: .object(dict))
    if let settings: DictObject = compiled.asObject(), settings.count > 0 {
      var arguments = Arguments([])
      for (key, value) in settings.pairs {
        arguments.keywords.append((try machine.str(key), try self.value(value)))
      }
      _ = try machine.call(try machine.attribute(.object(model), "compile"), arguments)
    }
    return model
  }

  /// A model of what `get_config()` gave.
  func model(_ config: Value) throws(PyError) -> ModelObject {
    let session = KerasSession.of(machine)
    let isRow = try places("input_layers", of: config).list.isEmpty
    guard
      let type = machine.modules["keras"]?.members[isRow ? "Sequential" : "Model"]?
        .asObject(TypeObject.self)
    else { preconditionFailure("keras has its models") }
    var layers: [LayerObject] = []
    for item in try items("layers", of: config) { layers.append(try layer(item)) }
    let made =
      isRow ? try row(type, layers, config, session) : try graph(type, layers, config, session)
    made.isTrainable = try machine.isTrue(entry("trainable", of: config))
    return made
  }

  private func layer(_ item: Value) throws(PyError) -> LayerObject {
    switch try value(item) {
    case .object(let layer as LayerObject): return layer
    case .object(let model as ModelObject): return model.asLayer
    case let other:
      throw machine.error(
        "ValueError",
        "Unexpected object from deserialization, expected a layer or operation, got a \(machine.type(of: other).repr(machine))"
      )
    }
  }

  private func row(
    _ type: TypeObject, _ layers: [LayerObject], _ config: Value, _ session: KerasSession
  ) throws(PyError) -> ModelObject {
    let model = ModelObject(type, session, name: try name(of: config))
    for layer in layers { try model.add(layer, machine) }
    let shape = try items("build_input_shape", of: config)
    if model.inputs.isEmpty, !shape.isEmpty {
      try model.build(Shape(shape.dropFirst().compactMap(\.smallInt)), machine)
    }
    return model
  }

  private func graph(
    _ type: TypeObject, _ layers: [LayerObject], _ config: Value, _ session: KerasSession
  ) throws(PyError) -> ModelObject {
    let entries = try items("layers", of: config)
    var (named, uses) = ([String: LayerObject](), [GraphForm.Uses]())
    for (layer, item) in zip(layers, entries) {
      let name = try name(of: item)
      named[name] = layer
      uses.append(GraphForm.Uses(layer: name, inputs: try inputs(of: item)))
    }
    let outputs = try places("output_layers", of: config)
    let form = GraphForm(
      layers: uses, inputs: try places("input_layers", of: config).list, outputs: outputs.list)
    let (inputs, results) = try form.tensors(of: named, readsTensors: true, machine)
    return ModelObject(
      type, session, name: try name(of: config), inputs: inputs, outputs: results,
      givesList: outputs.isList)
  }

  /// What each use of a layer takes; one use of nothing for an input.
  private func inputs(of item: Value) throws(PyError) -> [[GraphForm.Place]] {
    var uses: [[GraphForm.Place]] = []
    for node in try items("inbound_nodes", of: item) {
      uses.append(try places(of: .object(ListObject(items("args", of: node)))))
    }
    return uses.isEmpty ? [[]] : uses
  }

  /// The places of all tensors among a call's arguments.
  private func places(of argument: Value) throws(PyError) -> [GraphForm.Place] {
    switch argument {
    case .object(let dict as DictObject):
      return [try place(items("keras_history", of: entry("config", of: .object(dict))))]
    case .object(let list as ListObject):
      var all: [GraphForm.Place] = []
      for item in list.items { all += try places(of: item) }
      return all
    default: return []
    }
  }

  /// `['dense', 0, 0]`, or a list of such.
  private func places(
    _ key: String, of config: Value
  ) throws(PyError) -> (list: [GraphForm.Place], isList: Bool) {
    let items = try items(key, of: config)
    if case .string? = items.first { return ([try place(items)], false) }
    var all: [GraphForm.Place] = []
    for item in items {
      guard let list: ListObject = item.asObject() else { continue }
      all.append(try place(list.items))
    }
    return (all, true)
  }

  private func place(_ history: [Value]) throws(PyError) -> GraphForm.Place {
    guard history.count > 1, case .string(let layer) = history[0], let use = history[1].smallInt
    else {
      throw machine.error("ValueError", "Cannot deserialize the model (invalid config data?)")
    }
    return GraphForm.Place(layer: layer, use: use)
  }

  private func name(of config: Value) throws(PyError) -> String {
    guard case .string(let name) = try entry("name", of: config) else {
      return KerasSession.of(machine).name(for: "sequential")
    }
    return name
  }
}
