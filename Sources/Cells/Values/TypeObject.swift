/// A class: built in, or of the program.
public final class TypeObject: Object {
  public let name: String
  public let base: TypeObject?
  /// What `Type(…)` does; nil for classes of the program and exceptions.
  let construct: ((Arguments, Machine) throws(PyError) -> Value)?
  /// Methods and class variables.
  public internal(set) var members: [String: Value] = [:]
  /// The module of a host's class, as `repr` shows it.
  let module: String?
  /// What `Type(…)` takes, where that is known before a call.
  public let signature: Signature?
  /// The names of attributes that a host's objects have beside methods; nil where nobody knows.
  public let properties: Set<String>?
  /// A second class that it is a kind of, for `isinstance` only.
  private let second: TypeObject?

  init(
    _ name: String, base: TypeObject? = nil,
    construct: ((Arguments, Machine) throws(PyError) -> Value)? = nil
  ) {
    self.name = name
    self.base = base
    self.construct = construct
    module = nil
    signature = nil
    properties = nil
    second = nil
  }

  deinit { LettingGo.hold((base, members, construct)) }

  /// A class of a host.
  ///
  /// - Parameters:
  ///   - parameters: what `Type(…)` takes, as Python writes it.
  ///   - properties: the attributes of its objects, beside methods.
  ///   - also: a second class that `isinstance` finds its objects to be of.
  ///   - construct: what `Type(…)` gives; nil for classes that programs make their own classes of,
  ///     whose `__init__` is a method.
  public init(
    _ name: String, module: String, base: TypeObject? = nil, _ parameters: String? = nil,
    properties: Set<String>? = nil, methods: [BuiltinFunction] = [], also second: TypeObject? = nil,
    construct: ((Call) throws(PyError) -> Value)? = nil
  ) {
    let signature = parameters.map { Signature($0) }
    self.name = name
    self.base = base
    self.module = module
    self.signature = signature
    self.properties = properties
    self.second = second
    if let construct {
      self.construct = { arguments, machine throws(PyError) in
        if let signature { return try construct(signature.bind(arguments, to: name, machine)) }
        return try construct(
          Call(
            name: name, values: [:], rest: arguments.positional, others: arguments.keywords,
            machine: machine))
      }
    } else {
      self.construct = nil
    }
    super.init()
    for method in methods { members[method.name] = .object(method) }
  }

  /// The name with its module, as `repr` shows it.
  public var qualifiedName: String {
    if let module { return "\(module).\(name)" }
    let isBuiltIn = construct != nil || ExceptionTypes.isBuiltIn(self)
    return isBuiltIn ? name : "__main__.\(name)"
  }

  /// The class of a host that a class of the program is made of; nil where it is made of none.
  public var hostBase: TypeObject? {
    var type: TypeObject? = self
    while let current = type {
      if current.module != nil { return current }
      type = current.base
    }
    return nil
  }

  public override var typeName: String { "type" }
  public override var isCallable: Bool { true }

  func isKind(of other: TypeObject) -> Bool {
    var type: TypeObject? = self
    while let current = type {
      if current === other || current.second === other { return true }
      type = current.base
    }
    return false
  }

  /// A member of the class or of those that it is made from.
  func member(_ name: String) -> Value? {
    var type: TypeObject? = self
    while let current = type {
      if let found = current.members[name] { return found }
      type = current.base
    }
    return nil
  }

  var isException: Bool { isKind(of: ExceptionTypes.base) }

  public override func repr(_ machine: Machine) -> String {
    "<class '\(qualifiedName)'>"
  }

  public override func attribute(_ name: String, _ machine: Machine) -> Value? {
    if name == "__name__" || name == "__qualname__" { return .string(self.name) }
    return member(name)
  }

  public override func setAttribute(
    _ name: String, _ value: Value, _ machine: Machine
  ) throws(PyError) -> Bool {
    guard construct == nil else { return false }
    members[name] = value
    return true
  }

  public override func call(
    _ arguments: Arguments, _ machine: Machine
  ) throws(PyError) -> Value {
    if let construct { return try construct(arguments, machine) }
    let instance = InstanceObject(self)
    if isException { instance.fields["args"] = .object(TupleObject(arguments.positional)) }
    if let initializer = member("__init__") {
      var all = arguments
      all.positional.insert(.object(instance), at: 0)
      _ = try machine.call(initializer, all)
    } else if !isException, !arguments.positional.isEmpty || !arguments.keywords.isEmpty {
      throw machine.error("TypeError", "\(name)() takes no arguments")
    }
    return .object(instance)
  }

  // Built-in classes; each is one object for the whole process and never changes.
  nonisolated(unsafe) static let object = TypeObject("object") { _, _ in
    .object(InstanceObject(plain))
  }
  nonisolated(unsafe) private static let plain = TypeObject("object")
}
