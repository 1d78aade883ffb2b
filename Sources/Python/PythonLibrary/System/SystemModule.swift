internal import PythonRuntime
internal import Texts

/// `os`, `os.path`, `sys` and `platform`, as far as they do no harm.
enum SystemModule {
  static func os(_ files: FileNames) -> [String: Value] {
    var all = PythonRuntime.members([
      BuiltinFunction("getcwd", "") { _ in .string("/") },
      BuiltinFunction("makedirs", "name, mode=511, exist_ok=False") { call throws(PyError) in
        files.insert(try call.string("name") ?? "")
        return .none
      },
      BuiltinFunction("mkdir", "path, mode=511") { call throws(PyError) in
        files.insert(try call.string("path") ?? "")
        return .none
      },
      BuiltinFunction("listdir", "path='.'") { _ in .object(ListObject([])) },
      BuiltinFunction("remove", "path") { call throws(PyError) in
        let path = try call.string("path") ?? ""
        guard files.names.contains(path) else {
          throw call.error(
            "FileNotFoundError", "[Errno 2] No such file or directory: \(TextLiteral.repr(path))")
        }
        files.remove(path)
        return .none
      },
      BuiltinFunction("getenv", "key, default=None") { call in call["default"] ?? .none },
      BuiltinFunction("cpu_count", "") { _ in .int(1) },
    ])
    all["environ"] = .object(DictObject())
    all["sep"] = .string("/")
    all["name"] = .string("posix")
    return all
  }

  static func paths(_ files: FileNames) -> [String: Value] {
    func test(_ name: String) -> BuiltinFunction {
      BuiltinFunction(name, "path") { call throws(PyError) in
        .bool(files.names.contains(try call.string("path") ?? ""))
      }
    }
    return PythonRuntime.members(
      [
        BuiltinFunction("join", "path, *paths") { call throws(PyError) in
          var parts = [try call.string("path") ?? ""]
          parts += try call.machine.strings(.object(ListObject(call.rest)), "path")
          return .string(parts.reduce("") { joined($0, $1) })
        },
        test("exists"), test("isfile"), test("isdir"),
        BuiltinFunction("basename", "p") { call throws(PyError) in
          .string(
            String(
              (try call.string("p") ?? "").split(separator: "/", omittingEmptySubsequences: false)
                .last ?? ""))
        },
        BuiltinFunction("dirname", "p") { call throws(PyError) in
          let parts = (try call.string("p") ?? "").split(
            separator: "/", omittingEmptySubsequences: false)
          return .string(parts.dropLast().joined(separator: "/"))
        },
        BuiltinFunction("abspath", "path") { call throws(PyError) in
          .string(joined("/", try call.string("path") ?? ""))
        },
        BuiltinFunction("expanduser", "path") { call in call.required("path") },
        BuiltinFunction("splitext", "p") { call throws(PyError) in
          let path = try call.string("p") ?? ""
          let name = path.split(separator: "/").last ?? ""
          guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
            return .object(TupleObject([.string(path), .string("")]))
          }
          let suffix = String(name[dot...])
          return .object(
            TupleObject([.string(String(path.dropLast(suffix.count))), .string(suffix)]))
        },
      ], ["sep": .string("/")])
  }

  private static func joined(_ first: String, _ second: String) -> String {
    if first.isEmpty || second.hasPrefix("/") { return second }
    return first.hasSuffix("/") ? first + second : "\(first)/\(second)"
  }

  static var sys: [String: Value] {
    PythonRuntime.members(
      [
        BuiltinFunction("exit", "status=None") { call throws(PyError) in
          throw call.machine.error("SystemExit", of: call["status"] ?? .none)
        },
        BuiltinFunction("getrecursionlimit", "") { call in .int(call.machine.recursionLimit) },
        BuiltinFunction("setrecursionlimit", "limit", setRecursionLimit),
        BuiltinFunction("getsizeof", "object") { call throws(PyError) in
          throw call.unsupported("object", call.required("object"))
        },
      ],
      [
        "version": .string("3.12 (Caderno)"), "platform": .string("linux"),
        "path": .object(ListObject([])), "argv": .object(ListObject([.string("")])),
        "maxsize": .int(.max), "modules": .object(DictObject()),
        "stdout": .object(StreamObject(isErrors: false)),
        "stderr": .object(StreamObject(isErrors: true)),
        "__stdout__": .object(StreamObject(isErrors: false)),
        "__stderr__": .object(StreamObject(isErrors: true)),
        "version_info": .object(
          TupleObject([.int(3), .int(12), .int(0), .string("final"), .int(0)])),
      ])
  }

  /// How deep functions may call each other; the stack's room bounds them besides.
  private static func setRecursionLimit(_ call: Call) throws(PyError) -> Value {
    let (machine, given) = (call.machine, call.required("limit"))
    guard let limit = given.smallInt else {
      throw call.error(
        "TypeError", "'\(machine.typeName(given))' object cannot be interpreted as an integer")
    }
    guard limit >= 1 else {
      throw call.error("ValueError", "recursion limit must be greater or equal than 1")
    }
    guard machine.depth < limit else {
      throw call.error(
        "RecursionError",
        "cannot set the recursion limit to \(limit) at the recursion depth \(machine.depth): "
          + "the limit is too low")
    }
    machine.recursionLimit = limit
    return .none
  }

  static var platform: [String: Value] {
    PythonRuntime.members([
      BuiltinFunction("python_version", "") { _ in .string("3.12.0") },
      BuiltinFunction("python_implementation", "") { _ in .string("Caderno") },
      BuiltinFunction("system", "") { _ in .string("Caderno") },
      BuiltinFunction("platform", "aliased=False, terse=False") { _ in .string("Caderno") },
      BuiltinFunction("machine", "") { _ in .string("") },
      BuiltinFunction("processor", "") { _ in .string("") },
      BuiltinFunction("node", "") { _ in .string("") },
      BuiltinFunction("release", "") { _ in .string("") },
      BuiltinFunction("version", "") { _ in .string("") },
    ])
  }
}
