internal import PythonRuntime

/// A logger of `logging`.
final class LoggerObject: HostObject {
  let name: String
  var parent: LoggerObject?
  /// Its own level; 0 for that of the logger above it.
  var level = 0
  var handlers: [LogHandler] = []
  private var propagates = true
  private var isDisabled = false
  /// The loggers of the run.
  var state: LogState?

  init(_ name: String, parent: LoggerObject?) { (self.name, self.parent) = (name, parent) }

  deinit { LettingGo.hold((parent, handlers)) }
  override func letGo() { (parent, handlers, state) = (nil, [], nil) }

  /// The level that counts: its own, or that of the next one above that has one.
  private var effectiveLevel: Int {
    var logger: LoggerObject? = self
    while let current = logger {
      if current.level != 0 { return current.level }
      logger = current.parent
    }
    return 0
  }

  private func isEnabled(_ level: Int) -> Bool {
    !isDisabled && level > state?.disabled ?? 0 && level >= effectiveLevel
  }

  /// Logs a message with the arguments of a call.
  func log(_ level: Int, _ call: Call, tracing: Bool = false) throws(PyError) {
    guard isEnabled(level) else { return }
    let machine = call.machine
    let place = machine.sourcePlace(machine.callLine)
    var message = try machine.str(call.required("msg"))
    if let first = call.rest.first {
      let isMapping =
        call.rest.count == 1 && first.asObject(DictObject.self)?.pairs.isEmpty == false
      do throws(PyError) {
        message = try machine.percentFormat(
          message, isMapping ? first : .object(TupleObject(call.rest)))
      } catch {
        return try machine.emit(
          "--- Logging error ---\n\(error.summary(machine))\n", toErrors: true)
      }
    }
    var record = LogRecord(
      logger: name, level: level, message: message, place: (place.file, place.line))
    let traces = try call.given("exc_info").map { value throws(PyError) in
      try machine.isTrue(value)
    }
    if traces ?? tracing {
      record.traceback =
        machine.handled.map { String(Traceback(machine).text(of: $0.value).dropLast()) }
        ?? "NoneType: None"
    }
    try handle(record, machine)
  }

  private func handle(_ record: LogRecord, _ machine: Machine) throws(PyError) {
    var (logger, count): (LoggerObject?, Int) = (self, 0)
    while let current = logger {
      for handler in current.handlers { try handler.handle(record, machine) }
      count += current.handlers.count
      logger = current.propagates ? current.parent : nil
    }
    // What CPython does for programs that say nothing of handlers.
    if count == 0, record.level >= LogLevel.warning {
      try LogHandler(nil).handle(record, machine)
    }
  }

  override var hostType: TypeObject { name == "root" ? Self.rootType : Self.loggerType }
  override func repr(_ machine: Machine) -> String {
    "<\(hostType.name) \(name) (\(LogLevel.name(effectiveLevel)))>"
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "name": .string(self.name)
    case "level": .int(level)
    case "handlers": .object(ListObject(handlers.map { .object($0) }))
    case "propagate": .bool(propagates)
    case "disabled": .bool(isDisabled)
    case "parent": parent.map { .object($0) } ?? Value.none
    case "root": state.map { .object($0.root) }
    default: nil
    }
  }

  override func setAttribute(
    _ name: String, _ value: Value, _ machine: Machine
  ) throws(PyError) -> Bool {
    switch name {
    case "propagate": propagates = try machine.isTrue(value)
    case "disabled": isDisabled = try machine.isTrue(value)
    case "handlers":
      handlers = try machine.array(value).compactMap { $0.asObject(LogHandler.self) }
    default: return false
    }
    return true
  }

  private static let rootType = SharedType("RootLogger", module: "logging", base: loggerType)

  static let loggerType = SharedType(
    "Logger", module: "logging",
    properties: ["name", "level", "handlers", "propagate", "disabled", "parent", "root"],
    methods: logging + [
      .method("setLevel", "level") { (logger: LoggerObject, call) throws(PyError) in
        logger.level = try LogLevel.read(call.required("level"), call.machine)
        return .none
      },
      .method("getEffectiveLevel") { (logger: LoggerObject, _) throws(PyError) in
        .int(logger.effectiveLevel)
      },
      .method("isEnabledFor", "level") { (logger: LoggerObject, call) throws(PyError) in
        .bool(logger.isEnabled(try LogLevel.read(call.required("level"), call.machine)))
      },
      .method("getChild", "suffix") { (logger: LoggerObject, call) throws(PyError) in
        let suffix = try call.string("suffix") ?? ""
        let name = logger.parent == nil ? suffix : "\(logger.name).\(suffix)"
        return logger.state.map { .object($0.logger(name)) } ?? .none
      },
      .method("hasHandlers") { (logger: LoggerObject, _) throws(PyError) in
        var next: LoggerObject? = logger
        while let current = next {
          if !current.handlers.isEmpty { return .bool(true) }
          next = current.propagates ? current.parent : nil
        }
        return .bool(false)
      },
      .method("addHandler", "hdlr") { (logger: LoggerObject, call) throws(PyError) in
        guard let handler: LogHandler = call.required("hdlr").asObject() else {
          throw call.unsupported("hdlr", call.required("hdlr"))
        }
        if !logger.handlers.contains(where: { $0 === handler }) { logger.handlers.append(handler) }
        return .none
      },
      .method("removeHandler", "hdlr") { (logger: LoggerObject, call) throws(PyError) in
        let handler: LogHandler? = call.required("hdlr").asObject()
        logger.handlers.removeAll { $0 === handler }
        return .none
      },
    ])

  /// The parameters of what logs.
  static let parameters =
    "msg, *args, exc_info=None, stack_info=False, stacklevel=1, extra=None"

  /// The methods that log at a level of their own.
  static let levels = [
    ("debug", 10), ("info", 20), ("warning", 30), ("warn", 30), ("error", 40), ("critical", 50),
    ("fatal", 50),
  ]

  private static let logging: [Method] =
    levels.map { name, level in
      .method(name, parameters) { (logger: LoggerObject, call) throws(PyError) in
        try logger.log(level, call)
        return .none
      }
    } + [
      .method("exception", parameters) { (logger: LoggerObject, call) throws(PyError) in
        try logger.log(LogLevel.error, call, tracing: true)
        return .none
      },
      .method("log", "level, \(parameters)") { (logger: LoggerObject, call) throws(PyError) in
        try logger.log(try LogLevel.read(call.required("level"), call.machine), call)
        return .none
      },
    ]
}
