internal import PythonRuntime
internal import Networks

/// A loss object as Keras shows it: a function and the arguments that it is called with.
enum LossText {
  /// `mean_squared_error` for `MeanSquaredError`.
  static func name(_ type: any Loss.Type) -> String {
    let name = type.signature.name
    return name == "Huber" ? "huber_loss" : SnakeCase.of(name)
  }

  static func repr(_ call: ArgumentCall, _ machine: Machine) throws(PyError) -> String {
    var arguments: [(name: String, value: Value)] = []
    if let made = try? LossCatalog.make(.call(call)),
      let bound = try? type(of: made).signature.bind(call)
    {
      for parameter in type(of: made).signature.parameters
      where !["reduction", "name"].contains(parameter.name) {
        if parameter.name == "axis", call.name.hasPrefix("Sparse") {
          arguments.append(("ignore_class", .none))
        }
        arguments.append((parameter.name, bound[parameter.name].map { Value($0) } ?? .none))
      }
    }
    let keywords = DictObject()
    for (name, value) in arguments { try keywords.set(.string(name), value, machine) }
    return
      "<LossFunctionWrapper(<function \(SnakeCase.of(call.name)) at 0x…>, kwargs=\(try keywords.repr(machine)))>"
  }
}
