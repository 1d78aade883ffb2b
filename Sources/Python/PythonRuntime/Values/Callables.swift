/// A function of the host: a built-in, or a method of a built-in type.
package final class BuiltinFunction: Object {
  /// What the function does with the arguments of a call, unread.
  package typealias Body = (Arguments, Machine) throws(PyError) -> Value

  /// The name for `repr` and messages, without a module or class.
  package let name: String
  private let body: Body
  /// Whether it becomes a method where it is found in a class.
  let binds: Bool
  /// What it takes, where that is known before a call.
  package let signature: CallSignature?
  /// The class of what it gives, where that is known before a call.
  package let result: TypeObject?
  /// What a call gives by its arguments or raises, and what is wrong with them, before it runs.
  private(set) var foresight: ((KnownCall) throws(PyError) -> KnownResult)?
  private(set) var objections: ((KnownCall) -> [KnownProblem])?
  private var isRehearsed = false
  /// What a call changes beside what it gives.
  private(set) var effect = KnownEffect.none
  /// The module of a function that is written in Python there; nil for those written in C.
  package private(set) var module: String?
  /// The parameters as the real library writes them, where they differ from the signature.
  private(set) var parameters: String?

  /// A function that reads its arguments itself.
  ///
  /// - Parameter binds: whether it becomes a method where it is found in a class.
  package init(_ name: String, binds: Bool = false, _ body: @escaping Body) {
    self.name = name
    self.binds = binds
    self.body = body
    signature = nil
    result = nil
  }

  deinit { LettingGo.hold(body) }

  /// What a method is called with, where nothing is its object: `str.upper()`.
  private func checkReceiver(_ arguments: Arguments, _ machine: Machine) throws(PyError) {
    guard binds, arguments.positional.isEmpty else { return }
    throw machine.error("TypeError", "unbound method \(name)() needs an argument")
  }

  private init(
    _ name: String, binds: Bool, signature: CallSignature?, _ body: @escaping Body
  ) {
    self.name = name
    self.binds = binds
    self.body = body
    self.signature = signature
    result = nil
  }

  /// A function with a signature as Python writes it; see ``CallSignature``.
  ///
  /// - Parameter owner: the class that errors of calls name before the function, as Python does for functions that
  ///   are written in it.
  package init(
    _ name: String, _ parameters: String, binds: Bool = false, of owner: String? = nil,
    gives result: TypeObject? = nil,
    _ body: @escaping (Call) throws(PyError) -> Value
  ) {
    let signature = CallSignature(parameters)
    self.name = name
    self.binds = binds
    self.signature = signature
    self.result = result
    let shown = owner.map { "\($0).\(name)" } ?? name
    self.body = { arguments, machine throws(PyError) in
      try body(try signature.bind(arguments, to: name, shownAs: shown, machine))
    }
  }

  /// The same function, whose values become others.
  package func mapped(
    _ change: @escaping (Value, Arguments, Machine) throws(PyError) -> Value
  ) -> BuiltinFunction {
    let made = BuiltinFunction(name, binds: binds, signature: signature) {
      [body] arguments, machine throws(PyError) in
      try change(try body(arguments, machine), arguments, machine)
    }
    made.module = module
    made.parameters = parameters
    made.effect = effect
    return isRehearsed ? made.rehearsed() : made
  }

  /// The function, of which it is known what a call gives.
  package func giving(
    _ foresight: @escaping (KnownCall) throws(PyError) -> KnownResult
  ) -> BuiltinFunction {
    self.foresight = foresight
    return self
  }

  /// The function, which a look at a program calls where all arguments are known: it needs no data and little time.
  package func rehearsed() -> BuiltinFunction {
    isRehearsed = true
    return giving { [unowned self] call throws(PyError) in try call.performed(.object(self)) }
  }

  /// The function, of which it is known what a call changes.
  package func changing(_ effect: KnownEffect) -> BuiltinFunction {
    self.effect = effect
    return self
  }

  /// The function, of which it is known which arguments it refuses.
  package func refusing(_ objections: @escaping (KnownCall) -> [KnownProblem]) -> BuiltinFunction {
    self.objections = objections
    return self
  }

  /// Says where the real library keeps the function and how it writes the parameters.
  package func place(in module: String, parameters: String) {
    self.module = module
    self.parameters = parameters
  }

  package override var typeName: String { "builtin_function_or_method" }
  package override func isCallable(_ machine: Machine) -> Bool { true }
  package override func repr(_ machine: Machine) -> String {
    module == nil ? "<built-in function \(name)>" : "<function \(name) at 0x…>"
  }
  package override func call(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value {
    try checkReceiver(arguments, machine)
    return try machine.nesting(" while calling a Python object") { () throws(PyError) -> Value in
      try body(arguments, machine)
    }
  }
  package override func attribute(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "__name__", "__qualname__": .string(self.name)
    case "__module__": .string(module ?? "builtins")
    default: nil
    }
  }
}

/// A function of the program.
final class FunctionObject: Object {
  let code: FunctionCode
  /// Default values, in the order of the parameters that have one.
  let defaults: [String: Value]
  /// The variables of the functions around it that it uses.
  let captured: [SharedVariable]
  var fields: [String: Value] = [:]

  init(_ code: FunctionCode, defaults: [String: Value], captured: [SharedVariable]) {
    self.code = code
    self.defaults = defaults
    self.captured = captured
  }

  deinit { LettingGo.hold((defaults, captured, fields)) }
  override func letGo() {
    fields = [:]
    for cell in captured { cell.value = .unset }
  }

  override var typeName: String { "function" }
  override func isCallable(_ machine: Machine) -> Bool { true }
  override func repr(_ machine: Machine) -> String {
    "<function \(code.qualifiedName) at 0x…>"
  }

  override func attribute(_ name: String, _ machine: Machine) -> Value? {
    if let value = fields[name] { return value }
    switch name {
    case "__name__": return .string(code.name)
    case "__qualname__": return .string(code.qualifiedName)
    case "__module__": return .string("__main__")
    case "__doc__": return code.documentation.map(Value.string) ?? Value.none
    default: return nil
    }
  }

  override func setAttribute(
    _ name: String, _ value: Value, _ machine: Machine
  ) throws(PyError) -> Bool {
    if name == "__name__" || name == "__qualname__", machine.typeName(value) != "str" {
      throw machine.error("TypeError", "\(name) must be set to a string object")
    }
    fields[name] = value
    return true
  }

  override func deleteAttribute(_ name: String, _ machine: Machine) -> Bool {
    fields.removeValue(forKey: name) != nil
  }

  override func call(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value {
    try machine.invoke(self, arguments)
  }
}

extension Value {
  /// What messages about arguments call a function of the program; nil for others.
  var calledName: String? {
    switch self {
    case .object(let function as FunctionObject): "__main__.\(function.code.qualifiedName)"
    case .object(let method as BoundMethod): method.function.calledName
    default: nil
    }
  }
}

/// A function with its first argument.
final class BoundMethod: Object {
  let function: Value
  let receiver: Value

  init(_ function: Value, _ receiver: Value) {
    self.function = function
    self.receiver = receiver
  }

  deinit { LettingGo.hold((function, receiver)) }

  override var typeName: String { "method" }
  override func isCallable(_ machine: Machine) -> Bool { true }
  override func repr(_ machine: Machine) throws(PyError) -> String {
    let name = try function.asObject(Object.self)?.attribute("__qualname__", machine) ?? Value.none
    let place =
      function.asObject(BuiltinFunction.self).flatMap { self.owner(of: $0, machine) } ?? ""
    return "<bound method \(place)\(try machine.str(name)) of \(try machine.repr(receiver))>"
  }
  /// The class that lists a host's function.
  private func owner(of function: BuiltinFunction, _ machine: Machine) -> String? {
    var type: TypeObject? = machine.type(of: receiver)
    while let current = type {
      if current.ownMember(function.name, machine)?.asObject(BuiltinFunction.self) === function {
        return "\(current.name)."
      }
      type = current.base
    }
    return nil
  }
  override func call(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value {
    var all = arguments
    all.positional.insert(receiver, at: 0)
    return try machine.call(function, all)
  }
  override func attribute(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    try function.asObject(Object.self)?.attribute(name, machine)
  }
}

/// A variable that a function shares with functions inside it.
final class SharedVariable {
  var value: Value = .unset
}
