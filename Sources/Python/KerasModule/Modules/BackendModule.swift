internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Arrays
internal import Tensors

/// `keras.backend`.
struct BackendModule {
  let session: KerasSession

  var members: [String: Value] {
    KerasLibrary.members(of: [
      BuiltinFunction("image_data_format", "") { [session] _ in .string(session.order.rawValue) }
        .rehearsed(),
      BuiltinFunction("image_dim_ordering", "") { [session] _ in
        .string(session.order == .first ? "th" : "tf")
      }.rehearsed(),
      BuiltinFunction("backend", "") { _ in .string("caderno") },
      BuiltinFunction("floatx", "") { _ in .string("float32") },
      BuiltinFunction("epsilon", "") { _ in .float(1e-7) },
      BuiltinFunction("clear_session", "free_memory=True") { [session] _ in
        session.clear()
        return .none
      },
      setter("set_image_data_format", "data_format"),
      setter("set_image_dim_ordering", "dim_ordering"),
      shaped("squeeze", "x, axis=None") { extents, call throws(PyError) in
        let axis = try call.int("axis", or: -1)
        let place = axis < 0 ? extents.count + axis : axis - 1
        guard extents.indices.contains(place), extents[place] == 1 else {
          throw call.error("ValueError", "Cannot squeeze axis=\(axis): its extent is not 1")
        }
        var result = extents
        result.remove(at: place)
        return result
      },
      shaped("expand_dims", "x, axis=-1") { extents, call throws(PyError) in
        let axis = try call.int("axis", or: -1)
        let place = axis < 0 ? extents.count + 1 + axis : axis - 1
        guard (0...extents.count).contains(place) else {
          throw call.error("ValueError", "axis \(axis) is out of bounds")
        }
        var result = extents
        result.insert(1, at: place)
        return result
      },
      shaped("batch_flatten", "x") { extents, _ in [extents.reduce(1, *)] },
      BuiltinFunction("set_learning_phase", "value") { _ in .none },
      BuiltinFunction("learning_phase", "") { _ in .int(0) },
      BuiltinFunction("get_value", "x") { call throws(PyError) in try Self.numbers(call) },
      BuiltinFunction("eval", "x") { call throws(PyError) in try Self.numbers(call) },
      BuiltinFunction("set_value", "x, value") { call throws(PyError) in
        guard let variable: VariableObject = call.required("x").asObject() else {
          throw call.error("TypeError", "set_value() takes a variable of an optimizer")
        }
        try variable.assign(try call.double("value", or: 0), call.machine)
        return .none
      },
    ])
  }

  /// A variable's or a tensor's numbers as NumPy has them.
  private static func numbers(_ call: Call) throws(PyError) -> Value {
    let value = call.required("x")
    switch value {
    case .object(let object as any ArrayConvertible):
      return KerasTensors.value(try object.asArray(call.machine), call.machine)
    default: return value.plain
    }
  }

  /// A function that gives a tensor another shape.
  private func shaped(
    _ name: String, _ parameters: String,
    _ shape: @escaping ([Int], Call) throws(PyError) -> [Int]
  ) -> BuiltinFunction {
    BuiltinFunction(name, parameters) { [session] call throws(PyError) in
      guard let tensor: TensorObject = call.required("x").asObject() else {
        let given = TensorCall(call)
        let array = try given.array("x")
        guard let first = array.shape.first else {
          throw call.error("ValueError", "\(name)() takes a tensor with axes")
        }
        let extents = [first] + (try shape(Array(array.shape.dropFirst()), call))
        return given.tensor(
          try call.machine.raising { () throws(ArrayError) in try array.reshaped(extents) })
      }
      let extents = try shape(tensor.tensorShape.extents, call)
      let made = ArgumentCall(
        "Reshape", keywords: [.init("target_shape", .list(extents.map { .int($0) }))])
      let engine: any Layer
      do throws(ArgumentError) {
        engine = try Reshape(Reshape.signature.bind(made))
      } catch {
        throw KerasArguments.error(error, call.machine)
      }
      let layer = LayerObject(
        OperationTypes.type(name), .engine(made, engine), name: session.name(for: name))
      return .object(try layer.applied(to: [tensor], call.machine))
    }
  }

  /// Sets the order of axes of the layers that are made from then on.
  private func setter(_ name: String, _ parameter: String) -> BuiltinFunction {
    BuiltinFunction(name, parameter) { [session] call throws(PyError) in
      let value = try call.string(parameter) ?? ""
      guard let order = ChannelOrder(word: value) else {
        throw call.error(
          "ValueError",
          "The `data_format` argument must be one of {'channels_first', 'channels_last'}. Received: data_format=\(value)"
        )
      }
      session.order = order
      return .none
    }.rehearsed().changing(.ofAll)
  }
}
