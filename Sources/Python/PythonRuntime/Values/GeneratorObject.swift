/// What a function with `yield` gives.
final class GeneratorObject: IteratorObject {
  private let name: String
  private var coroutine: Coroutine?
  private weak var machine: Machine?
  private var returned = Value.none
  /// Whether the body runs, which can't wait for itself.
  private var isRunning = false

  init(_ name: String, _ machine: Machine, _ body: @escaping (Coroutine) throws(PyError) -> Value)
    throws(PyError)
  {
    self.name = name
    self.machine = machine
    coroutine = Coroutine(body)
    try machine.beginGenerator()
  }

  deinit { leave(coroutine) }

  override func letGo() {
    leave(coroutine)
    (coroutine, returned) = (nil, .none)
  }

  /// Tells the body, which must leave its stack, that nobody waits any more.
  private func leave(_ coroutine: Coroutine?) {
    guard let coroutine else { return }
    if !coroutine.isDone { coroutine.close() }
    if coroutine.isDone { machine?.endGenerator() } else { machine?.keep(coroutine) }
    LettingGo.hold(coroutine)
  }

  override var typeName: String { "generator" }
  override func repr(_ machine: Machine) -> String { "<generator object \(name) at 0x…>" }

  override func next(_ machine: Machine) throws(PyError) -> Value? {
    let (value, result) = try go(.value(.none), machine)
    if value == nil { returned = result }
    return value
  }

  /// What the body returned, once.
  func takeReturned() -> Value? {
    defer { returned = .none }
    if case .none = returned { return nil }
    return returned
  }

  /// The next value, or what the body returned.
  func go(
    _ message: Coroutine.Message, _ machine: Machine
  ) throws(PyError) -> (value: Value?, returned: Value) {
    guard let coroutine else {
      if case .error(let error) = message { throw error }
      return (nil, .none)
    }
    if isRunning { throw machine.error("ValueError", "generator already executing") }
    isRunning = true
    defer { isRunning = false }
    // The body has its own handlers; those of whoever asks are around it.
    let handled = machine.handled
    let outcome = try machine.calling { () throws(PyError) -> Coroutine.Outcome? in
      coroutine.resume(message)
    }
    machine.handled = handled
    switch outcome {
    case .yielded(let value)?: return (value, .none)
    case .returned(let value)?:
      finish(machine)
      return (nil, value)
    case .failed(let error)?:
      finish(machine)
      if error.kind == "StopIteration" {
        let raised = machine.error("RuntimeError", "generator raised StopIteration")
        (raised.value.detailed.cause, raised.value.detailed.hidesContext) = (error.value, true)
        throw raised
      }
      throw error
    case nil:
      finish(machine)
      throw machine.error("MemoryError", "no memory is left for a generator")
    }
  }

  private func finish(_ machine: Machine) {
    coroutine = nil
    machine.endGenerator()
  }

  override func attribute(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "send":
      return .object(
        BuiltinFunction(name) { [self] arguments, machine throws(PyError) in
          try sent(.value(try machine.one(arguments, "send")), machine)
        })
    case "throw":
      return .object(
        BuiltinFunction(name) { [self] arguments, machine throws(PyError) in
          guard let error: InstanceObject = try machine.one(arguments, "throw").asObject() else {
            throw machine.error(
              "TypeError", "exceptions must be classes or instances deriving from BaseException")
          }
          return try sent(.error(PyError(error)), machine)
        })
    case "close":
      return .object(
        BuiltinFunction(name) { [self] _, machine throws(PyError) in
          let exit = PyError(InstanceObject(ExceptionTypes.type("GeneratorExit")))
          do throws(PyError) {
            _ = try go(.error(exit), machine)
          } catch {
            if error.kind != "GeneratorExit" { throw error }
          }
          return .none
        })
    default: return nil
    }
  }

  private func sent(_ message: Coroutine.Message, _ machine: Machine) throws(PyError) -> Value {
    let (value, returned) = try go(message, machine)
    guard let value else {
      if case .none = returned {
        throw PyError(InstanceObject(ExceptionTypes.type("StopIteration")))
      }
      throw machine.error("StopIteration", of: returned)
    }
    return value
  }
}

extension Compiler {
  /// `yield value` and `yield from values`.
  func yield(_ value: Code?) -> Code {
    { frame throws(PyError) in
      guard let coroutine = frame.coroutine else {
        throw frame.machine.error("SyntaxError", "'yield' outside function")
      }
      return try frame.yield(try value?(frame) ?? .none, coroutine)
    }
  }

  func yield(from values: @escaping Code, _ span: SourceSpan) -> Code {
    { frame throws(PyError) in
      let machine = frame.machine
      guard let coroutine = frame.coroutine else {
        throw machine.error("SyntaxError", "'yield' outside function")
      }
      let source = try values(frame)
      frame.span = span
      let iterator = try machine.iterator(source)
      if let generator = iterator as? GeneratorObject {
        var message = Coroutine.Message.value(.none)
        while true {
          let (value, returned) = try generator.go(message, machine)
          guard let value else { return returned }
          message = .value(try frame.yield(value, coroutine))
        }
      }
      while let value = try iterator.next(machine) { _ = try frame.yield(value, coroutine) }
      return .none
    }
  }
}

extension Frame {
  /// Hands a value out, and goes on with what the body handles, not with what its caller does.
  fileprivate func yield(_ value: Value, _ coroutine: Coroutine) throws(PyError) -> Value {
    let span = span
    defer {
      self.span = span
      if let handled { machine.handled = handled }
    }
    return try coroutine.yield(value)
  }
}
