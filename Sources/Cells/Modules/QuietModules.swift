/// Modules whose calls change nothing that a lesson shows.
enum QuietModules {
  private static func quiet(_ name: String) -> BuiltinFunction {
    BuiltinFunction(name, "*args, **kwargs") { _ in .none }
  }

  static var gc: [String: Value] {
    Cells.members([BuiltinFunction("collect", "generation=2") { _ in .int(0) }])
  }

  static var logging: [String: Value] {
    Cells.members(
      ["basicConfig", "info", "debug", "warning", "error", "disable"].map(quiet) + [
        BuiltinFunction("getLogger", "name=None") { _ in .object(LoggerObject()) }
      ],
      [
        "DEBUG": .int(10), "INFO": .int(20), "WARNING": .int(30), "ERROR": .int(40),
        "CRITICAL": .int(50), "FATAL": .int(50),
      ])
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
    Cells.members(
      ["pprint", "pp"].map { name in
        BuiltinFunction(name, "object, **kwargs") { call throws(PyError) in
          call.machine.write(try call.machine.repr(call.required("object")) + "\n")
          return .none
        }
      })
  }
}

/// A logger that logs nothing.
final class LoggerObject: HostObject {
  override var hostType: TypeObject { Self.loggerType }
  private static let loggerType = SharedType(
    "Logger", module: "logging",
    methods: ["setLevel", "info", "debug", "warning", "error", "addHandler", "addFilter"].map {
      name in
      .method(name, "*args, **kwargs") { (_: LoggerObject, _) throws(PyError) in .none }
    })
}

/// A name in an annotation.
final class TypingName: Object {
  private let name: String
  init(_ name: String) { self.name = name }
  override func item(_ index: Value, _ machine: Machine) -> Value { .object(self) }
  override func repr(_ machine: Machine) -> String { "typing.\(name)" }
}
