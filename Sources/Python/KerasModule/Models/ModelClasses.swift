internal import PythonRuntime
internal import Networks

/// `Sequential` and `Model`.
struct ModelClasses {
  let session: KerasSession

  static let properties: Set<String> = [
    "layers", "operations", "output_names", "name", "input", "output", "inputs", "outputs",
    "input_shape",
    "output_shape",
    "weights", "trainable_weights", "variables", "trainable_variables", "optimizer", "history",
    "metrics", "metrics_names", "stop_training", "loss", "built", "trainable",
    "non_trainable_weights", "non_trainable_variables", "losses", "compiled", "run_eagerly",
    "jit_compile", "steps_per_execution", "dtype", "compute_dtype", "variable_dtype", "path",
  ]

  /// Properties that say nothing of weights.
  private static let shapes: Set<String> = [
    "layers", "input", "output", "inputs", "outputs", "input_shape", "output_shape",
  ]

  /// The classes, made for one session.
  var members: [String: Value] {
    let model = makeModel()
    let sequential = makeSequential(model)
    return ["Model": .object(model), "Sequential": .object(sequential)]
  }

  private func makeSequential(_ base: TypeObject) -> TypeObject {
    return TypeObject(
      "Sequential", module: "keras.src.models.sequential", base: base,
      "layers=None, name=None, trainable=True", properties: Self.properties
    ) { [session] itself, call throws(PyError) in
      let model = ModelObject(
        itself, session, name: try call.string("name") ?? session.name(for: "sequential"))
      // As in Keras the model's own flag alone: its layers keep theirs.
      model.isTrainable = try call.bool("trainable", or: true)
      if let given = call.given("layers") {
        for value in try call.machine.array(given) {
          try model.add(value, call.machine, rebuilds: false)
        }
        if !model.inputs.isEmpty, !model.layers.isEmpty { session.skipNames("functional", 1) }
      }
      return .object(model)
    }.rehearsed(Self.shapes)
  }

  private func makeModel() -> TypeObject {
    return TypeObject(
      "Model", module: "keras.src.models.model",
      "inputs=None, outputs=None, name=None, *, input=None, output=None, trainable=True",
      properties: Self.properties, methods: ModelObject.methods
    ) { [session] itself, call throws(PyError) in
      guard let given = call.given("inputs") ?? call.given("input"),
        let wanted = call.given("outputs") ?? call.given("output")
      else {
        throw call.error(
          "ValueError", "Model() takes inputs and outputs that are tensors made by layers")
      }
      let ends = try GraphEnds(inputs: given, outputs: wanted, call.machine)
        .behindInputs(session, call.machine)
      let name = try call.string("name") ?? session.name(for: "functional")
      try ends.check(call.machine)
      let model = ModelObject(
        itself, session, name: name, inputs: ends.inputs, outputs: ends.outputs,
        givesList: ends.givesList)
      try ends.checkNames(model.layers, call.machine)
      model.isTrainable = try call.bool("trainable", or: true)
      return .object(model)
    }.rehearsed(Self.shapes)
  }
}

extension ModelObject {
  /// Adds what a program gave: a layer, a model, or an input's tensor.
  func add(_ value: Value, _ machine: Machine, rebuilds: Bool = true) throws(PyError) {
    switch value {
    case .object(let layer as LayerObject): try add(layer, machine, rebuilds: rebuilds)
    case .object(let model as ModelObject):
      try add(model.asLayer, machine, rebuilds: rebuilds)
    case .object(let tensor as TensorObject) where tensor.inputs.isEmpty:
      try add(tensor.layer, machine, rebuilds: rebuilds)
    default:
      throw machine.error(
        "ValueError",
        "Only instances of `keras.Layer` can be added to a Sequential model. Received: \(try machine.repr(value)) (of type \(machine.type(of: value).repr(machine)))"
      )
    }
  }

  func attributeValue(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    switch name {
    case "layers": return .object(ListObject(layers.filter { !$0.isOperation }.map(\.value)))
    case "operations": return .object(ListObject(layers.map(\.value)))
    case "name": return .string(self.name)
    case "input": return inputs.first.map { .object($0) }
    case "inputs": return .object(ListObject(inputs.map { .object($0) }))
    case "output":
      if givesList { return .object(ListObject(outputs.map { .object($0) })) }
      return outputs.first.map { .object($0) }
    case "outputs": return .object(ListObject(outputs.map { .object($0) }))
    case "output_names" where !isSequential:
      return .object(ListObject(outputs.map { .string($0.layer.name) }))
    case "input_shape", "output_shape":
      let side = name == "input_shape" ? "input" : "output"
      guard let tensor = side == "input" ? inputs.first : outputs.first else {
        throw machine.error(
          "AttributeError", "Sequential model '\(self.name)' has no defined \(side) shape yet.")
      }
      return tensor.property("shape", machine)
    case "weights", "variables": return WeightObject.list(try variables(machine))
    case "trainable_weights", "trainable_variables":
      return WeightObject.list(try variables(machine).filter { isTrainable && $0.isTrainable })
    case "non_trainable_weights", "non_trainable_variables":
      return WeightObject.list(try variables(machine).filter { !isTrainable || !$0.isTrainable })
    case "optimizer": return compilation.map { .object($0.optimizer) }
    case "loss": return compilation?.lossValue ?? Value.none
    case "history":
      if case .none = history { return nil }
      return history
    case "compiled": return .bool(compilation != nil)
    case "run_eagerly", "jit_compile": return .bool(flags[name] ?? false)
    case "steps_per_execution": return .int(1)
    case "dtype", "compute_dtype", "variable_dtype": return .string("float32")
    case "path": return .string(form?.path ?? self.name)
    case "metrics": return .object(ListObject(metrics.map { .object($0) }))
    case "metrics_names":
      return .object(ListObject(metrics.compactMap { $0.property("name", machine) }))
    case "stop_training": return compilation.map { _ in .bool(stopsTraining) }
    case "built": return .bool(!inputs.isEmpty)
    case "trainable": return .bool(isTrainable)
    case "losses": return try asLayer.losses(machine)
    default: return nil
    }
  }

  private var metrics: [MetricObject] {
    compilation.map { MetricObject.list($0, isUsed: isUsed) } ?? []
  }

  func variables(_ machine: Machine) throws(PyError) -> [WeightObject] {
    if !inputs.isEmpty { _ = try lowered(machine) }
    var all: [WeightObject] = []
    for layer in ownLayers { all += try layer.variables(machine) }
    return all
  }

  func weightArrays(_ machine: Machine) throws(PyError) -> Value {
    if !inputs.isEmpty { _ = try lowered(machine) }
    var arrays: [Value] = []
    for layer in ownLayers { arrays += try machine.array(layer.weightArrays(machine)) }
    return .object(ListObject(arrays))
  }

  /// - Parameter outer: the name of the model around it that was asked, for errors.
  func setWeights(_ value: Value, as outer: String? = nil, _ machine: Machine) throws(PyError) {
    let name = outer ?? self.name
    _ = try lowered(machine)
    var given = try machine.array(value)[...]
    let count = ownLayers.map(\.specs.count).reduce(0, +)
    guard given.count == count else {
      throw machine.error(
        "ValueError",
        "You called `set_weights(weights)` on layer '\(name)' with a weight list of length \(given.count), but the layer was expecting \(count) weights."
      )
    }
    for layer in ownLayers {
      let own = Array(given.prefix(layer.specs.count))
      given = given.dropFirst(layer.specs.count)
      try layer.setWeights(.object(ListObject(own)), as: name, machine)
    }
  }

  /// `get_layer(name, index)`.
  func layer(_ call: Call) throws(PyError) -> Value {
    if let index = try call.int("index") {
      guard layers.indices.contains(index) else {
        throw call.error(
          "ValueError",
          "Was asked to retrieve layer at index \(index) but model only has \(layers.count) layers."
        )
      }
      return layers[index].value
    }
    let name = try call.string("name") ?? ""
    guard let found = layers.first(where: { $0.name == name }) else {
      let names = layers.map { "'\($0.name)'" }.joined(separator: ", ")
      throw call.error(
        "ValueError", "No such layer: \(name). Existing layers are: [\(names)].")
    }
    return found.value
  }
}

extension LayerObject {
  /// The layer, or the model that it stands for.
  var value: Value {
    if case .model(let model) = content { return .object(model) }
    return .object(self)
  }
}
