internal import PythonRuntime
internal import NumPy

/// `seterr`, `geterr`, `seterrcall`, `geterrcall` and `errstate`: what is done about arithmetic that goes wrong.
struct ErrorStateFunctions {
  /// The session, and the function that the mode `call` calls.
  let held: SessionObject

  private static let modes = "all=None, divide=None, over=None, under=None, invalid=None"

  var members: [String: Value] {
    var all: [String: Value] = [:]
    for function in [change, table, changeCall, currentCall, state] {
      all[function.name] = .object(function)
    }
    return all
  }

  private var change: BuiltinFunction {
    BuiltinFunction("seterr", Self.modes) { [held] call throws(PyError) in
      let before = held.session.errorModes
      held.session.errorModes = try before.changed(by: call)
      return try before.table(call.machine)
    }
  }

  private var table: BuiltinFunction {
    BuiltinFunction("geterr", "") { [held] call throws(PyError) in
      try held.session.errorModes.table(call.machine)
    }
  }

  private var changeCall: BuiltinFunction {
    BuiltinFunction("seterrcall", "func") { [held] call throws(PyError) in
      defer { held.errorCall = call.required("func") }
      return held.errorCall
    }
  }

  private var currentCall: BuiltinFunction {
    BuiltinFunction("geterrcall", "") { [held] (_: Call) throws(PyError) in held.errorCall }
  }

  private var state: BuiltinFunction {
    BuiltinFunction("errstate", "*, call=None, \(Self.modes)") {
      [held] call throws(PyError) in
      .object(ErrorStateObject(held, call))
    }
  }
}

/// `np.errstate(…)`: other modes for the statements of a `with` block, or for a function that it decorates.
final class ErrorStateObject: HostObject {
  private let held: SessionObject
  private let given: Call
  private var before: (ErrorModes, Value)?

  init(_ held: SessionObject, _ given: Call) { (self.held, self.given) = (held, given) }

  deinit { LettingGo.hold((given, before)) }
  override func letGo() { before = nil }

  override var hostType: TypeObject { Self.stateType }

  private static let stateType = SharedType(
    "errstate", module: "numpy",
    methods: [
      .method("__enter__") { (state: ErrorStateObject, _) throws(PyError) in
        try state.enter()
        return .none
      },
      .method("__exit__", "*error") { (state: ErrorStateObject, _) throws(PyError) in
        state.leave()
        return .none
      },
    ])

  override func isCallable(_ machine: Machine) -> Bool { true }

  override func call(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value {
    guard let function = arguments.positional.first else { return .none }
    let (held, given) = (held, given)
    return .object(
      BuiltinFunction("wrapper") { (arguments, machine) throws(PyError) in
        let state = ErrorStateObject(held, given)
        try state.enter()
        defer { state.leave() }
        return try machine.call(function, arguments)
      })
  }

  private func enter() throws(PyError) {
    let changed = try held.session.errorModes.changed(by: given)
    before = (held.session.errorModes, held.errorCall)
    held.session.errorModes = changed
    if let call = given.given("call") { held.errorCall = call }
  }

  private func leave() {
    guard let before else { return }
    (held.session.errorModes, held.errorCall) = before
  }
}

extension ErrorModes {
  fileprivate func changed(by call: Call) throws(PyError) -> ErrorModes {
    var modes = self
    for kind in Kind.allCases {
      let (own, all) = (try call.string(kind.rawValue), try call.string("all"))
      guard let text = own ?? all else { continue }
      guard let mode = Mode(rawValue: text) else {
        throw call.error("ValueError", "invalid error mode '\(text)'")
      }
      modes[kind] = mode
    }
    return modes
  }

  fileprivate func table(_ machine: Machine) throws(PyError) -> Value {
    let dict = DictObject()
    for kind in Kind.allCases {
      try dict.set(.string(kind.rawValue), .string(self[kind].rawValue), machine)
    }
    return .object(dict)
  }
}

extension Machine {
  /// Tells what went wrong with numbers as the program wants it told.
  func tell(_ notes: [ArithmeticNote]) throws(PyError) {
    for note in notes {
      switch note.mode {
      case .ignore, .raise: break
      case .warn:
        try warn("RuntimeWarning", note.text, at: note.place.map { ($0.file, $0.line, $0.text) })
      case .print: (writeError ?? write)("Warning: \(note.text)\n")
      case .call, .log: try handOver(note)
      }
    }
  }

  /// Calls the function that `seterrcall` was given, or the `write` of the object.
  private func handOver(_ note: ArithmeticNote) throws(PyError) {
    let function = NumPyLibrary.held(in: self)?.errorCall ?? .none
    let isLog = note.mode == .log
    if case .none = function {
      let name = note.text.dropFirst(note.kind.words.count + " encountered in ".count)
      throw error(
        "NameError",
        isLog
          ? "log specified for \(note.kind.words) (in \(name)) but no object with write method found."
          : "python callback specified for \(note.kind.words) (in  \(name)) but no function found.")
    }
    if isLog {
      let line = Value.string("Warning: \(note.text)\n")
      _ = try call(try attribute(function, "write"), Arguments([line]))
    } else {
      _ = try call(function, Arguments([.string(note.kind.words), .int(note.kind.number)]))
    }
  }
}
