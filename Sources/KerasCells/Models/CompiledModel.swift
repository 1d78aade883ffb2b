internal import Cells
internal import Networks

/// What `compile` was given, and what the engine makes of it.
struct CompiledModel {
  let optimizer: ComponentObject
  let lossValue: Value
  let loss: ArgumentValue
  let metrics: [(value: ArgumentValue, name: String?)]

  /// The engine's compilation with the optimizer as it is now.
  func engine(_ machine: Machine) throws(PyError) -> Compilation {
    do {
      return try Compilation(
        optimizer: .call(optimizer.call), loss: loss, metrics: metrics.map(\.value),
        names: metrics.map(\.name))
    } catch {
      throw KerasArguments.error(error, machine)
    }
  }

  /// The engine's compilation, for names only.
  var engine: (figureNames: [String], slots: Int) {
    let made = try? Compilation(
      optimizer: .call(optimizer.call), loss: loss, metrics: metrics.map(\.value),
      names: metrics.map(\.name))
    return (made?.figureNames ?? ["loss"], made?.optimizer.slotNames.count ?? 0)
  }
}

extension ModelObject {
  /// `compile(optimizer, loss, metrics)`.
  func compile(_ call: Call) throws(PyError) {
    for name in ["loss_weights", "weighted_metrics", "sample_weight_mode", "class_mode"] {
      if let value = call.given(name), call.has(name) {
        if name == "class_mode" { continue }
        throw call.unsupported(name, value)
      }
    }
    let lossValue = call["loss"] ?? .none
    if case .none = lossValue {
      throw call.error("ValueError", "compile() without a loss is not supported by Caderno")
    }
    let compiled = CompiledModel(
      optimizer: try optimizer(call["optimizer"] ?? .string("rmsprop"), call),
      lossValue: lossValue, loss: try KerasArguments.value(Self.single(lossValue), call),
      metrics: try metrics(call))
    let engine = try compiled.engine(call.machine)
    _ = engine
    compilation = compiled
    optimizerState = nil
    frozenParts = nil
  }

  /// A list of one loss is that loss.
  private static func single(_ value: Value) -> Value {
    if let list: ListObject = value.asObject(), list.items.count == 1 { return list.items[0] }
    return value
  }

  private func optimizer(_ value: Value, _ call: Call) throws(PyError) -> ComponentObject {
    if let made: ComponentObject = value.asObject() { return made }
    let argument = try KerasArguments.value(value, call)
    let type = TypeObject("Optimizer", module: "keras.src.optimizers")
    switch argument {
    case .string(let name): return ComponentObject(type, ArgumentCall(name))
    case .call(let made): return ComponentObject(type, made)
    default: throw call.unsupported("optimizer", value)
    }
  }

  private func metrics(_ call: Call) throws(PyError) -> [(value: ArgumentValue, name: String?)] {
    guard let given = call.given("metrics") else { return [] }
    var items = [given]
    if given.asObject(ListObject.self) != nil || given.asObject(TupleObject.self) != nil {
      items = try call.machine.array(given)
    }
    var metrics: [(value: ArgumentValue, name: String?)] = []
    for item in items {
      let component = item.asObject(ComponentObject.self)
      metrics.append((try KerasArguments.value(item, call), component?.name))
    }
    return metrics
  }
}
