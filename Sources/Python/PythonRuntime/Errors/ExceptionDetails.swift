/// What an exception has beside its arguments.
final class ExceptionDetails {
  /// The places that it passed, the innermost first.
  var trace: [TraceEntry] = []
  /// What it was raised from, and what was handled when it was raised.
  var cause: InstanceObject?
  var context: InstanceObject?
  /// Whether tracebacks leave the context out, as `raise … from` does.
  var hidesContext = false
  /// The name that wasn't there.
  var missing: MissingName?
}

extension InstanceObject {
  /// The exception's details, made where it has none.
  var detailed: ExceptionDetails {
    if let details { return details }
    let made = ExceptionDetails()
    details = made
    return made
  }

  /// An attribute that every exception has; nil for others.
  func exceptionAttribute(_ name: String) -> Value? {
    switch name {
    case "__cause__": details?.cause.map { .object($0) } ?? Value.none
    case "__context__": details?.context.map { .object($0) } ?? Value.none
    case "__suppress_context__": .bool(details?.hidesContext ?? false)
    case "__traceback__":
      (details?.trace.isEmpty ?? true) ? Value.none : .object(TracebackObject(self))
    case "code" where kind.isKind(of: ExceptionTypes.type("SystemExit")),
      "value" where kind.isKind(of: ExceptionTypes.type("StopIteration")):
      exceptionArguments.first ?? Value.none
    case "name" where kind.isKind(of: ExceptionTypes.type("NameError")),
      "name" where kind.isKind(of: ExceptionTypes.type("AttributeError")),
      "name" where kind.isKind(of: ExceptionTypes.type("ImportError")):
      details?.missing.map { .string($0.name) } ?? Value.none
    default: nil
    }
  }

  /// Sets an attribute that every exception has.
  ///
  /// - Returns: false for other names, and for values that can't be.
  func setExceptionAttribute(_ name: String, _ value: Value) -> Bool {
    let given: InstanceObject? = value.asObject()
    switch name {
    case "__cause__": (detailed.cause, detailed.hidesContext) = (given, true)
    case "__context__": detailed.context = given
    case "__suppress_context__":
      if case .bool(let hides) = value { detailed.hidesContext = hides }
    case "__traceback__": if case .none = value { details?.trace = [] }
    default: return false
    }
    return true
  }
}

/// `exception.__traceback__`.
final class TracebackObject: HostObject {
  let exception: InstanceObject
  init(_ exception: InstanceObject) { self.exception = exception }
  deinit { LettingGo.hold(exception) }

  override var hostType: TypeObject { Self.tracebackType }
  private static let tracebackType = SharedType(
    "traceback", module: "builtins", isImmutable: true, properties: ["tb_lineno"])

  override func property(_ name: String, _ machine: Machine) -> Value? {
    guard name == "tb_lineno", let outermost = exception.details?.trace.last else { return nil }
    return .int(machine.sourcePlace(outermost.line).line)
  }
}

extension Machine {
  /// Notes what is handled as the context of an exception that was just raised.
  func chain(_ error: inout PyError) {
    if error.isChained { return }
    error.isChained = true
    let exception = error.value
    guard let handled = handled?.value, handled !== exception else { return }
    // No exception is its own context: the chain is cut where it would come back.
    var link: InstanceObject? = handled
    while let current = link {
      guard current.details?.context !== exception else {
        current.details?.context = nil
        break
      }
      link = current.details?.context
    }
    exception.detailed.context = handled
  }

  /// An exception, or one of a class.
  ///
  /// - Parameter otherwise: what is said of a value that is neither.
  func exception(_ value: Value, otherwise: String) throws(PyError) -> InstanceObject {
    var value = value
    if let type: TypeObject = value.asObject(), type.isException {
      value = try type.call(Arguments(), self)
    }
    guard let instance: InstanceObject = value.asObject(), instance.kind.isException else {
      throw error("TypeError", otherwise)
    }
    return instance
  }

  /// `raise exception from cause`.
  func setCause(of exception: InstanceObject, _ cause: Value) throws(PyError) {
    exception.detailed.hidesContext = true
    if case .none = cause { return exception.detailed.cause = nil }
    exception.detailed.cause = try self.exception(
      cause, otherwise: "exception causes must derive from BaseException")
  }

  /// Looks whether `with` can use a value.
  func checkManager(_ value: Value) throws(PyError) {
    let type = type(of: value)
    if type.member("__enter__", self) == nil, try !hasMethod(value, "__enter__") {
      throw error(
        "TypeError", "'\(typeName(value))' object does not support the context manager protocol")
    }
    if type.member("__exit__", self) == nil, try !hasMethod(value, "__exit__") {
      throw error(
        "TypeError",
        "'\(typeName(value))' object does not support the context manager protocol "
          + "(missed __exit__ method)")
    }
  }

  private func hasMethod(_ value: Value, _ name: String) throws(PyError) -> Bool {
    guard case .object(let object) = value, !(object is InstanceObject) else { return false }
    return try object.attribute(name, self) != nil
  }
}
