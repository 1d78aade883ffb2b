internal import PythonRuntime
internal import Networks

/// What `compile` was given, and what the engine makes of it.
struct CompiledModel {
  let optimizer: ComponentObject
  let lossValue: Value
  let loss: ArgumentValue
  let metrics: [GivenMetric]
  /// Those that weights of samples count in: the others' like where there are none.
  var weighted: [GivenMetric] = []
  /// What is asked of each output, where the model has several; empty for one.
  var outputs: [CompiledOutput] = []

  /// The same with an optimizer of its own.
  var renewed: CompiledModel {
    var copy = CompiledModel(
      optimizer: optimizer.copy, lossValue: lossValue, loss: loss, metrics: metrics)
    (copy.outputs, copy.weighted) = (outputs, weighted)
    return copy
  }

  /// The engine's compilation with the optimizer as it is now.
  ///
  /// - Parameter data: says how the targets of several outputs are seen.
  func engine(_ machine: Machine, _ data: Samples? = nil) throws(PyError) -> Compilation {
    do throws(ArgumentError) {
      return try made(data)
    } catch {
      throw KerasArguments.error(error, machine)
    }
  }

  private func made(_ data: Samples? = nil) throws(ArgumentError) -> Compilation {
    guard outputs.isEmpty else {
      var parts: [OutputLoss] = []
      for (index, output) in outputs.enumerated() {
        parts.append(try output.engine(form: data?.form(ofOutput: index) ?? .oneHot))
      }
      return Compilation(
        optimizer: try OptimizerCatalog.make(.call(optimizer.call)), outputs: parts)
    }
    return try Compilation(
      optimizer: .call(optimizer.call), loss: loss, metrics: (metrics + weighted).map(\.value),
      names: (metrics + weighted).map(\.name))
  }

  /// Refuses weighted metrics that the others have as well.
  fileprivate func checkNames(_ call: Call) throws(PyError) {
    let known = Set(metrics.map(\.value.description))
    guard weighted.contains(where: { known.contains($0.value.description) }) else { return }
    throw call.unsupported("weighted_metrics", call.required("weighted_metrics"))
  }

  /// Loss and metrics in words, for keys.
  var keyParts: [String] {
    if outputs.isEmpty {
      let metrics = (metrics + weighted).map(\.value.description)
      return [loss.description, metrics.joined(separator: ",")]
    }
    return outputs.map(\.description)
  }
}

extension ModelObject {
  /// `compile(optimizer, loss, metrics)`.
  func compile(_ call: Call) throws(PyError) {
    let refused = ["sample_weight_mode"] + (outputs.count > 1 ? ["weighted_metrics"] : [])
    for name in refused where call.has(name) {
      if let value = call.given(name) { throw call.unsupported(name, value) }
    }
    let lossValue = call["loss"] ?? .none
    if case .none = lossValue {
      throw call.error("ValueError", "compile() without a loss is not supported by Caderno")
    }
    let optimizer = try optimizer(call["optimizer"] ?? .string("rmsprop"), call)
    var compiled: CompiledModel
    if outputs.count > 1 {
      compiled = CompiledModel(
        optimizer: optimizer, lossValue: lossValue, loss: .none, metrics: [],
        outputs: try CompiledOutputs(self, call).outputs)
    } else {
      if let value = call.given("loss_weights") { throw call.unsupported("loss_weights", value) }
      for name in ["metrics", "weighted_metrics"] { try Self.checkMetrics(name, call) }
      compiled = CompiledModel(
        optimizer: optimizer, lossValue: lossValue,
        loss: try KerasArguments.value(Self.single(lossValue), call),
        metrics: try GivenMetric.list(call.given("metrics") ?? .none, call))
      compiled.weighted = try GivenMetric.list(call.given("weighted_metrics") ?? .none, call)
      try compiled.checkNames(call)
    }
    _ = try compiled.engine(call.machine)
    for use in engines.keys { endEngine(use) }
    compiled.optimizer.serve(self)
    compilation = compiled
    keptState = compiled.optimizer.memory.whole
    frozenParts = nil
  }

  /// One name alone is no list of metrics.
  private static func checkMetrics(_ name: String, _ call: Call) throws(PyError) {
    guard let given = call.given(name), given.asObject(ListObject.self) == nil,
      given.asObject(TupleObject.self) == nil, given.asObject(DictObject.self) == nil
    else { return }
    let text = try call.machine.str(given)
    throw call.error(
      "ValueError",
      "Expected `\(name)` argument to be a list, tuple, or dict. Received instead: \(name)=\(text) of type \(call.machine.type(of: given).repr(call.machine))"
    )
  }

  /// A list of one loss is that loss.
  private static func single(_ value: Value) -> Value {
    if let list: ListObject = value.asObject(), list.items.count == 1 { return list.items[0] }
    return value
  }

  private func optimizer(_ value: Value, _ call: Call) throws(PyError) -> ComponentObject {
    if let made: ComponentObject = value.asObject() { return made }
    let argument = try KerasArguments.value(value, call)
    switch argument {
    case .string(let name): return try named(ArgumentCall(name), call)
    case .call(let made): return try named(made, call)
    default: throw call.unsupported("optimizer", value)
    }
  }

  /// An optimizer of the class that its name or its alias stands for.
  private func named(_ made: ArgumentCall, _ call: Call) throws(PyError) -> ComponentObject {
    let name: String
    do throws(ArgumentError) {
      name = Swift.type(of: try OptimizerCatalog.make(.call(made))).signature.name
    } catch {
      throw KerasArguments.error(error, call.machine)
    }
    let known = call.machine.modules["keras.optimizers"]?.members[name]?
      .asObject(TypeObject.self)
    let type =
      known ?? TypeObject(name, module: KerasPlaces.component(name, "optimizers"))
    return ComponentObject(
      type, made, title: ComponentObject.Kind.optimizer.title(nil, type, call), kind: .optimizer)
  }
}
