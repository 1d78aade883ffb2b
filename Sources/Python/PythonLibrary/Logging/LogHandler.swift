internal import PythonRuntime

/// `logging.StreamHandler`, and `NullHandler`.
final class LogHandler: HostObject {
  /// What can be written to; nil for standard error.
  private var stream: Value?
  private let isSilent: Bool
  private var level = 0
  var formatter = LogFormatter() { didSet { hasFormatter = true } }
  /// Whether it was given a formatter.
  private(set) var hasFormatter = false

  init(_ stream: Value?, isSilent: Bool = false) {
    (self.stream, self.isSilent) = (stream, isSilent)
  }

  deinit { LettingGo.hold(stream) }
  override func letGo() { stream = nil }

  func handle(_ record: LogRecord, _ machine: Machine) throws(PyError) {
    guard !isSilent, record.level >= level else { return }
    let text = try formatter.text(of: record, machine) + "\n"
    guard let stream else { return try machine.emit(text, toErrors: true) }
    _ = try machine.callMethod(stream, "write", Arguments([.string(text)]))
  }

  override var hostType: TypeObject { isSilent ? Self.nullType : Self.streamType }
  override func repr(_ machine: Machine) throws(PyError) -> String {
    if isSilent { return "<NullHandler (\(LogLevel.name(level)))>" }
    var name = "<stderr>"
    if let stream: StreamObject = stream?.asObject(), !stream.isErrors { name = "<stdout>" }
    return "<StreamHandler \(name) (\(LogLevel.name(level)))>"
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "level": .int(level)
    case "formatter": .object(formatter)
    case "stream": stream ?? .object(StreamObject(isErrors: true))
    default: nil
    }
  }

  private static let methods: [Method] = [
    .method("setLevel", "level") { (handler: LogHandler, call) throws(PyError) in
      handler.level = try LogLevel.read(call.required("level"), call.machine)
      return .none
    },
    .method("setFormatter", "fmt") { (handler: LogHandler, call) throws(PyError) in
      guard let formatter: LogFormatter = call.required("fmt").asObject() else {
        throw call.unsupported("fmt", call.required("fmt"))
      }
      handler.formatter = formatter
      return .none
    },
    .method("flush") { (_: LogHandler, _) throws(PyError) in .none },
    .method("close") { (_: LogHandler, _) throws(PyError) in .none },
  ]
  private static let properties: Set<String> = ["level", "formatter", "stream"]

  static let streamType = SharedType(
    "StreamHandler", module: "logging", "stream=None", properties: properties, methods: methods
  ) { call throws(PyError) in .object(LogHandler(call.given("stream"))) }

  static let nullType = SharedType(
    "NullHandler", module: "logging", "level=0", properties: properties, methods: methods
  ) { _ in .object(LogHandler(nil, isSilent: true)) }
}
