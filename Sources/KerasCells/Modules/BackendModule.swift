internal import Cells

/// `keras.backend`.
struct BackendModule {
  let session: KerasSession

  var members: [String: Value] {
    KerasCells.members(of: [
      BuiltinFunction("image_data_format", "") { _ in .string("channels_last") },
      BuiltinFunction("image_dim_ordering", "") { _ in .string("tf") },
      BuiltinFunction("backend", "") { _ in .string("caderno") },
      BuiltinFunction("floatx", "") { _ in .string("float32") },
      BuiltinFunction("epsilon", "") { _ in .float(1e-7) },
      BuiltinFunction("clear_session", "free_memory=True") { [session] _ in
        session.clear()
        return .none
      },
      setter("set_image_data_format", "data_format", ["channels_last"]),
      setter("set_image_dim_ordering", "dim_ordering", ["tf"]),
      BuiltinFunction("set_learning_phase", "value") { _ in .none },
      BuiltinFunction("get_value", "x") { call throws(PyError) in call.required("x").plain },
      BuiltinFunction("eval", "x") { call throws(PyError) in call.required("x").plain },
      BuiltinFunction("set_value", "x, value") { call throws(PyError) in
        guard let variable: VariableObject = call.required("x").asObject() else {
          throw call.error("TypeError", "set_value() takes a variable of an optimizer")
        }
        variable.assign(try call.double("value", or: 0))
        return .none
      },
    ])
  }

  /// A setting that has one value here.
  private func setter(_ name: String, _ parameter: String, _ known: [String]) -> BuiltinFunction {
    BuiltinFunction(name, parameter) { call throws(PyError) in
      let value = try call.string(parameter) ?? ""
      guard known.contains(value) else { throw call.unsupported(parameter, .string(value)) }
      return .none
    }
  }
}
