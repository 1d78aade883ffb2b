/// `sys.stdout` and `sys.stderr`.
package final class StreamObject: HostObject {
  /// Whether it is standard error.
  package let isErrors: Bool

  /// One of the two streams; both write where the machine says.
  package init(isErrors: Bool) { self.isErrors = isErrors }

  package override var hostType: TypeObject { Self.streamType }
  package override var typeName: String { "_io.TextIOWrapper" }
  package override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "name": .string(isErrors ? "<stderr>" : "<stdout>")
    case "encoding": .string("utf-8")
    case "closed": .bool(false)
    default: nil
    }
  }

  private static let streamType = SharedType(
    "TextIOWrapper", module: "_io", properties: ["name", "encoding", "closed"],
    methods: [
      .method("write", "text") { (stream: StreamObject, call) throws(PyError) in
        guard case .string(let text) = call.required("text") else {
          throw call.error(
            "TypeError",
            "write() argument must be str, not \(call.machine.typeName(call.required("text")))")
        }
        try call.machine.emit(text, toErrors: stream.isErrors)
        return .int(call.machine.scalarCount(of: text))
      },
      .method("writelines", "lines") { (stream: StreamObject, call) throws(PyError) in
        for text in try call.machine.strings(call.required("lines"), "lines") {
          try call.machine.emit(text, toErrors: stream.isErrors)
        }
        return .none
      },
      .method("flush") { (stream: StreamObject, call) throws(PyError) in
        call.machine.flush?(stream.isErrors)
        return .none
      },
      .method("isatty") { (_: StreamObject, _) throws(PyError) in .bool(false) },
    ])
}
