extension Builtins {
  /// What looks at variables, and what ends a program.
  static var scopes: [BuiltinFunction] {
    [
      BuiltinFunction("globals", "") { call in .object(GlobalsObject(call.machine.currentGlobals))
      },
      BuiltinFunction("vars") { arguments, machine throws(PyError) in
        guard let value = arguments.positional.first else {
          throw machine.error(
            "NotImplementedError", "vars() without an object is not supported by Caderno")
        }
        if case .object(let object) = value,
          let fields = try object.attribute("__dict__", machine)
        {
          return fields
        }
        throw machine.error("TypeError", "vars() argument must have __dict__ attribute")
      },
      // Calls in a method are compiled with the method's class; this is what's left.
      BuiltinFunction("super") { _, machine throws(PyError) in
        throw machine.error("RuntimeError", "super(): no arguments")
      },
    ]
      + ["exit", "quit"].map { name in
        BuiltinFunction(name, "code=None") { call throws(PyError) in
          throw call.machine.error("SystemExit", of: call["code"] ?? .none)
        }
      }
  }
}

/// `globals()`: the variables of the cells, read and written by name.
final class GlobalsObject: Object {
  private let globals: Globals
  init(_ globals: Globals) { self.globals = globals }

  deinit { LettingGo.hold(globals) }

  override var typeName: String { "dict" }
  override func repr(_ machine: Machine) throws(PyError) -> String {
    try copy(machine).repr(machine)
  }
  override func length(_ machine: Machine) throws(PyError) -> Int? { globals.names.count }

  private func copy(_ machine: Machine) throws(PyError) -> DictObject {
    let dict = DictObject()
    for name in globals.names {
      if let value = globals[name] { try dict.set(.string(name), value, machine) }
    }
    return dict
  }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    if case .string(let name) = index, let value = globals[name] { return value }
    throw machine.error("KeyError", of: index)
  }

  override func setItem(_ index: Value, _ value: Value, _ machine: Machine) throws(PyError) {
    guard case .string(let name) = index else {
      throw machine.error("TypeError", "names of variables are strings")
    }
    globals[name] = value
  }

  override func deleteItem(_ index: Value, _ machine: Machine) throws(PyError) {
    _ = try item(index, machine)
    if case .string(let name) = index { globals[name] = nil }
  }

  override func contains(_ value: Value, _ machine: Machine) -> Bool? {
    if case .string(let name) = value { return globals[name] != nil }
    return false
  }

  override func iterator(_ machine: Machine) throws(PyError) -> IteratorObject? {
    try copy(machine).iterator(machine)
  }

  override func attribute(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    guard ["get", "keys", "values", "items", "copy"].contains(name) else { return nil }
    return try machine.attribute(.object(try copy(machine)), name)
  }
}
