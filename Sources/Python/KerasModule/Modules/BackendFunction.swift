internal import NumPyModule
internal import PythonRuntime

/// `keras.backend.function`: from arrays to what a model's layers give for them.
enum BackendFunction {
  static func function(_ models: [String: Value]) -> BuiltinFunction {
    BuiltinFunction("function", "inputs, outputs, updates=None, name=None") {
      call throws(PyError) in
      for name in ["updates"] {
        if let value = call.given(name) { throw call.unsupported(name, value) }
      }
      let machine = call.machine
      let given = try list(call.required("inputs"), machine)
      // A learning phase among the inputs is a number: nothing is trained here.
      let places = given.indices.filter { given[$0].asObject(TensorObject.self) != nil }
      let outputs = try list(call.required("outputs"), machine)
      let givesOne = call.required("outputs").asObject(TensorObject.self) != nil
      let inputs = places.map { given[$0] }
      guard let model = models["Model"], !inputs.isEmpty else {
        throw call.error("ValueError", "function() takes a list of a model's tensors")
      }
      let made = try machine.call(
        model,
        Arguments(
          [],
          keywords: [
            ("inputs", inputs.count == 1 ? inputs[0] : .object(ListObject(inputs))),
            ("outputs", .object(ListObject(outputs))),
          ]))
      guard let graph: ModelObject = made.asObject() else { return .none }
      return .object(
        BuiltinFunction("function", "inputs") { call throws(PyError) in
          let values = try list(call.required("inputs"), call.machine)
          guard values.count == given.count else {
            throw call.error(
              "ValueError", "function() takes \(given.count) inputs, not \(values.count)")
          }
          let chosen = places.map { values[$0] }
          let results = try graph.computed(
            chosen.count == 1 ? chosen[0] : .object(ListObject(chosen)), call.machine)
          return givesOne ? results[0] : .object(ListObject(results))
        })
    }
  }

  private static func list(_ value: Value, _ machine: Machine) throws(PyError) -> [Value] {
    if value.asObject(TensorObject.self) != nil { return [value] }
    return try machine.array(value)
  }
}
