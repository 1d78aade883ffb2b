internal import PythonRuntime

/// Modules whose calls change nothing that a lesson shows.
enum QuietModules {
  static var gc: [String: Value] {
    PythonRuntime.members([BuiltinFunction("collect", "generation=2") { _ in .int(0) }])
  }

  static var typing: [String: Value] {
    var all: [String: Value] = [:]
    for name in [
      "List", "Dict", "Tuple", "Optional", "Union", "Any", "Callable", "Iterable", "Sequence",
    ] {
      all[name] = .object(TypingName(name))
    }
    return all
  }

  static var pprint: [String: Value] {
    PythonRuntime.members(
      ["pprint", "pp"].map { name in
        BuiltinFunction(name, "object, **kwargs") { call throws(PyError) in
          call.machine.write(try call.machine.repr(call.required("object")) + "\n")
          return .none
        }
      })
  }
}

/// A name in an annotation.
final class TypingName: Object {
  private let name: String
  init(_ name: String) { self.name = name }
  override func item(_ index: Value, _ machine: Machine) -> Value { .object(self) }
  override func repr(_ machine: Machine) -> String { "typing.\(name)" }
}
