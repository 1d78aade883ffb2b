internal import PythonRuntime

/// `logging`: messages go to standard error, or to the streams of handlers.
enum LoggingModule {
  static var members: [String: Value] {
    let state = LogState()
    var all = PythonRuntime.members(
      functions(state) + logging(state),
      [
        "root": .object(state.root), "Logger": .object(LoggerObject.loggerType),
        "StreamHandler": .object(LogHandler.streamType),
        "NullHandler": .object(LogHandler.nullType),
        "Formatter": .object(LogFormatter.formatterType),
        "BASIC_FORMAT": .string(basicFormat),
      ])
    for (name, level) in LogLevel.names + LogLevel.others { all[name] = .int(level) }
    return all
  }

  private static let basicFormat = "%(levelname)s:%(name)s:%(message)s"

  private static func functions(_ state: LogState) -> [BuiltinFunction] {
    [
      BuiltinFunction("getLogger", "name=None") { call throws(PyError) in
        .object(state.logger(try call.string("name") ?? ""))
      },
      BuiltinFunction(
        "basicConfig",
        "*, filename=None, filemode='a', format=None, datefmt=None, style='%', level=None, stream=None, handlers=None, force=False, encoding=None, errors='backslashreplace'"
      ) { call throws(PyError) in
        try configure(state.root, call)
        return .none
      },
      BuiltinFunction("disable", "level=50") { call throws(PyError) in
        state.disabled =
          try call.given("level").map { value throws(PyError) in
            try LogLevel.read(value, call.machine)
          } ?? LogLevel.critical
        return .none
      },
      BuiltinFunction("getLevelName", "level") { call throws(PyError) in
        let given = call.required("level")
        if let level = given.smallInt { return .string(LogLevel.name(level)) }
        return .int(try LogLevel.read(given, call.machine))
      },
      BuiltinFunction("captureWarnings", "capture") { call throws(PyError) in
        throw call.unsupported("capture", call.required("capture"))
      },
    ]
  }

  /// The functions that log with the root logger, which gets a handler first where it has none.
  private static func logging(_ state: LogState) -> [BuiltinFunction] {
    func log(
      _ level: Int, _ call: Call, tracing: Bool = false
    ) throws(PyError) -> Value {
      if state.root.handlers.isEmpty { addHandler(to: state.root) }
      try state.root.log(level, call, tracing: tracing)
      return .none
    }
    return LoggerObject.levels.map { name, level in
      BuiltinFunction(name, LoggerObject.parameters) { call throws(PyError) in
        try log(level, call)
      }
    } + [
      BuiltinFunction("exception", LoggerObject.parameters) { call throws(PyError) in
        try log(LogLevel.error, call, tracing: true)
      },
      BuiltinFunction("log", "level, \(LoggerObject.parameters)") { call throws(PyError) in
        try log(try LogLevel.read(call.required("level"), call.machine), call)
      },
    ]
  }

  private static func addHandler(to root: LoggerObject) {
    let handler = LogHandler(nil)
    handler.formatter = LogFormatter(basicFormat)
    root.handlers = [handler]
  }

  /// `basicConfig`: nothing where the root logger has handlers.
  private static func configure(_ root: LoggerObject, _ call: Call) throws(PyError) {
    if try call.bool("force", or: false) { root.handlers = [] }
    guard root.handlers.isEmpty else { return }
    if let file = call.given("filename") { throw call.unsupported("filename", file) }
    let formatter = try LogFormatter(call, "format", otherwise: basicFormat)
    let given = try call.given("handlers").map { value throws(PyError) in
      try call.machine.array(value)
    }
    for value in given ?? [.object(LogHandler(call.given("stream")))] {
      guard let handler: LogHandler = value.asObject() else {
        throw call.unsupported("handlers", value)
      }
      if !handler.hasFormatter { handler.formatter = formatter }
      root.handlers.append(handler)
    }
    if let level = call.given("level") { root.level = try LogLevel.read(level, call.machine) }
  }
}
