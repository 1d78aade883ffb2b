extension Builtins {
  static var classes: [BuiltinFunction] {
    [
      BuiltinFunction("isinstance") { arguments, machine throws(PyError) in
        let values = try machine.several(arguments, 2, "isinstance")
        return .bool(try isKind(machine.type(of: values[0]), of: values[1], "isinstance", machine))
      },
      BuiltinFunction("issubclass") { arguments, machine throws(PyError) in
        let values = try machine.several(arguments, 2, "issubclass")
        guard let type: TypeObject = values[0].asObject() else {
          throw machine.error("TypeError", "issubclass() arg 1 must be a class")
        }
        return .bool(try isKind(type, of: values[1], "issubclass", machine))
      },
      BuiltinFunction("getattr") { arguments, machine throws(PyError) in
        guard arguments.positional.count >= 2, case .string(let name) = arguments.positional[1]
        else {
          throw machine.error("TypeError", "getattr(): attribute name must be string")
        }
        do throws(PyError) {
          return try machine.attribute(arguments.positional[0], name)
        } catch {
          if arguments.positional.count > 2, error.kind == "AttributeError" {
            return arguments.positional[2]
          }
          throw error
        }
      },
      BuiltinFunction("hasattr") { arguments, machine throws(PyError) in
        guard arguments.positional.count == 2, case .string(let name) = arguments.positional[1]
        else {
          throw machine.error("TypeError", "hasattr(): attribute name must be string")
        }
        do throws(PyError) {
          _ = try machine.attribute(arguments.positional[0], name)
          return .bool(true)
        } catch {
          if error.kind == "AttributeError" { return .bool(false) }
          throw error
        }
      },
      BuiltinFunction("setattr") { arguments, machine throws(PyError) in
        let values = try machine.several(arguments, 3, "setattr")
        guard case .string(let name) = values[1] else {
          throw machine.error("TypeError", "setattr(): attribute name must be string")
        }
        try machine.setAttribute(values[0], name, values[2])
        return .none
      },
      BuiltinFunction("delattr") { arguments, machine throws(PyError) in
        let values = try machine.several(arguments, 2, "delattr")
        guard case .string(let name) = values[1] else {
          throw machine.error(
            "TypeError", "attribute name must be string, not '\(machine.typeName(values[1]))'")
        }
        try machine.deleteAttribute(values[0], name)
        return .none
      },
      BuiltinFunction("property") { arguments, machine throws(PyError) in
        .object(PropertyObject(try machine.one(arguments, "property")))
      },
      BuiltinFunction("staticmethod") { arguments, machine throws(PyError) in
        .object(StaticMethodObject(try machine.one(arguments, "staticmethod")))
      },
      BuiltinFunction("classmethod") { arguments, machine throws(PyError) in
        .object(ClassMethodObject(try machine.one(arguments, "classmethod")))
      },
    ]
  }

  private static func isKind(
    _ type: TypeObject, of wanted: Value, _ name: String, _ machine: Machine
  ) throws(PyError) -> Bool {
    if let tuple: TupleObject = wanted.asObject() {
      try machine.enter(
        name == "isinstance" ? " in __instancecheck__" : " in __subclasscheck__")
      defer { machine.leave() }
      for item in tuple.items where try isKind(type, of: item, name, machine) { return true }
      return false
    }
    guard let other: TypeObject = wanted.asObject() else {
      throw machine.error(
        "TypeError", "\(name)() arg 2 must be a type, a tuple of types, or a union")
    }
    return other === TypeObject.object || type.isKind(of: other)
  }
}
