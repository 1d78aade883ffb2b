/// A class: built in, of a host, or of the program.
///
/// One that is made while a program runs belongs to that run. What the process makes once is a ``SharedType``: it never changes,
/// and what a program changes in it is the machine's, until the run ends.
public class TypeObject: Object {
  /// `__name__`.
  package let name: String
  /// The class that it is made of; nil where that is `object`.
  package let base: TypeObject?
  /// What `__qualname__` has in front of the name of a class of the program: `A.` or `f.<locals>.`.
  private let prefix: String
  /// What `Type(…)` does; nil for classes of the program and exceptions.
  let construct: Construction?
  /// Methods and class variables, without what this run changed in a shared class.
  private(set) var members: [String: Value]
  /// The module of a host's class, as `repr` shows it.
  let module: String?
  /// What `Type(…)` takes, where that is known before a call.
  package let signature: CallSignature?
  /// The names of attributes that a host's objects have beside methods; nil where nobody knows.
  package let properties: Set<String>?
  /// A second class that it is a kind of, for `isinstance` only.
  private let second: TypeObject?
  /// What is wrong with arguments of `Type(…)`, as far as that is known before it runs.
  private(set) var objections: ((KnownCall) -> [KnownProblem])?
  /// Properties that a look at a program may ask its objects for; nil where it makes none of the class.
  private(set) var rehearsals: Set<String>?
  /// What an item of its objects may be, where that is known.
  let items: () -> [TypeObject]?
  /// Properties that are of the class itself, such as an array's `T`.
  let turns: Set<String>
  /// How strong it is in arithmetic: the class of the stronger operand is that of the result. Nil where nothing is
  /// known of arithmetic with it; a number of Python's has 0.
  let strength: Int?
  /// Whether programs can't change it, as all that CPython and libraries write in C.
  let isImmutable: Bool

  /// What makes an object of the class that it is handed: one that captured the class would keep it forever.
  typealias Construction = (TypeObject, Arguments, Machine) throws(PyError) -> Value

  init(
    name: String, in prefix: String = "", base: TypeObject?, module: String? = nil,
    signature: CallSignature? = nil,
    properties: Set<String>? = nil, second: TypeObject? = nil,
    items: @escaping () -> [TypeObject]? = { nil }, turns: Set<String> = [], strength: Int? = nil,
    isImmutable: Bool = false,
    members: [String: Value],
    construct: Construction? = nil
  ) {
    self.name = name
    self.prefix = prefix
    self.base = base
    self.construct = construct
    self.members = members
    self.module = module
    self.signature = signature
    self.properties = properties
    self.second = second
    (self.items, self.turns, self.strength) = (items, turns, strength)
    self.isImmutable = isImmutable
  }

  /// The class, of which it is known which arguments it refuses.
  package func refusing(_ objections: @escaping (KnownCall) -> [KnownProblem]) -> Self {
    self.objections = objections
    return self
  }

  /// The class, of which a look at a program makes objects where all arguments are known: that needs no data and little
  /// time, nor do calls of them with each other and the properties named.
  package func rehearsed(_ properties: Set<String> = []) -> Self {
    rehearsals = properties
    return self
  }

  deinit { LettingGo.hold((base, members, construct)) }
  public override func letGo() { members = [:] }

  /// A class of the program.
  convenience init(
    _ name: String, in prefix: String, base: TypeObject?, members: [String: Value]
  ) {
    self.init(name: name, in: prefix, base: base, members: members)
  }

  /// A class of a host that belongs to one run.
  ///
  /// - Parameters:
  ///   - parameters: what `Type(…)` takes, as Python writes it.
  ///   - properties: the attributes of its objects, beside methods.
  ///   - construct: what `Type(…)` gives, from the class itself and the call; nil for classes that programs make their own classes of,
  ///     whose `__init__` is a method.
  package convenience init(
    _ name: String, module: String, base: TypeObject? = nil, _ parameters: String? = nil,
    properties: Set<String>? = nil, methods: [Method] = [],
    construct: ((TypeObject, Call) throws(PyError) -> Value)? = nil
  ) {
    let signature = parameters.map { CallSignature($0) }
    self.init(
      name: name, base: base, module: module, signature: signature, properties: properties,
      members: Method.members(methods),
      construct: construct.map { Self.reading(signature, name, $0) })
  }

  /// What binds a call's arguments before a host makes an object of them.
  static func reading(
    _ signature: CallSignature?, _ name: String,
    _ construct: @escaping (TypeObject, Call) throws(PyError) -> Value
  ) -> Construction {
    { itself, arguments, machine throws(PyError) in
      if let signature {
        return try construct(itself, signature.bind(arguments, to: name, machine))
      }
      return try construct(
        itself,
        Call(
          name: name, values: [:], rest: arguments.positional, others: arguments.keywords,
          machine: machine))
    }
  }

  /// The name with its module, as `repr` shows it.
  package var qualifiedName: String {
    module.map { "\($0).\(name)" } ?? "__main__.\(prefix)\(name)"
  }

  public override var typeName: String { "type" }
  public override var type: TypeObject { .typeType }
  public override func isCallable(_ machine: Machine) -> Bool { true }

  /// Whether it is the other class or made of it; `object` is no base here.
  package func isKind(of other: TypeObject) -> Bool {
    var type: TypeObject? = self
    while let current = type {
      if current === other || current.second === other { return true }
      type = current.base
    }
    return false
  }

  /// A member of the class itself, as the machine's run sees it.
  func ownMember(_ name: String, _ machine: Machine) -> Value? { members[name] }

  /// A member of the class or of those that it is made from.
  package func member(_ name: String, _ machine: Machine) -> Value? {
    var type: TypeObject? = self
    while let current = type {
      if let found = current.ownMember(name, machine) { return found }
      type = current.base
    }
    return nil
  }

  var isException: Bool { isKind(of: ExceptionTypes.base) }

  public override func repr(_ machine: Machine) -> String {
    "<class '\(qualifiedName)'>"
  }

  public override func attribute(_ name: String, _ machine: Machine) -> Value? {
    if name == "__name__" {
      // Exceptions of modules have their module in front.
      return .string(self.name.split(separator: ".").last.map(String.init) ?? self.name)
    }
    if name == "__qualname__" { return .string(prefix + self.name) }
    switch member(name, machine) {
    case .object(let method as StaticMethodObject)?: return method.function
    case .object(let method as ClassMethodObject)?:
      return .object(BoundMethod(method.function, .object(self)))
    case let found: return found
    }
  }

  public override func setAttribute(
    _ name: String, _ value: Value, _ machine: Machine
  ) throws(PyError) -> Bool {
    try checkChange(of: name, machine)
    change(name, to: value, machine)
    return true
  }

  public override func deleteAttribute(
    _ name: String, _ machine: Machine
  ) throws(PyError) -> Bool {
    try checkChange(of: name, machine)
    guard ownMember(name, machine) != nil else {
      throw machine.error(
        "AttributeError", "type object '\(self.name)' has no attribute '\(name)'")
    }
    change(name, to: nil, machine)
    return true
  }

  /// Puts a member in, or takes it out, for as long as the machine's run lasts.
  func change(_ name: String, to value: Value?, _ machine: Machine) {
    members[name] = value
  }

  /// What can't be changed, and what would be changed without an effect: the parts that make a class, and
  /// special methods of what a host's objects do themselves.
  private func checkChange(of name: String, _ machine: Machine) throws(PyError) {
    if isImmutable {
      throw machine.error(
        "TypeError", "cannot set '\(name)' attribute of immutable type '\(qualifiedName)'")
    }
    let isSpecial = name.hasPrefix("__") && name.hasSuffix("__")
    if Self.parts.contains(name) || isSpecial && module != nil {
      throw machine.error(
        "NotImplementedError", "changing \(self.name).\(name) is not supported by Caderno")
    }
  }

  private static let parts: Set<String> = [
    "__name__", "__qualname__", "__module__", "__bases__", "__mro__", "__dict__", "__class__",
  ]

  public override func call(
    _ arguments: Arguments, _ machine: Machine
  ) throws(PyError) -> Value {
    if let construct { return try construct(self, arguments, machine) }
    if let refusedBase {
      throw machine.error(
        "NotImplementedError",
        "\(name), a class made of \(refusedBase.name), is not supported by Caderno")
    }
    let instance = InstanceObject(self)
    if isException { instance.fields["args"] = .object(TupleObject(arguments.positional)) }
    if let initializer = member("__init__", machine) {
      var all = arguments
      all.positional.insert(.object(instance), at: 0)
      _ = try machine.call(initializer, all)
    } else if !isException, !arguments.positional.isEmpty || !arguments.keywords.isEmpty {
      throw machine.error("TypeError", "\(name)() takes no arguments")
    }
    return .object(instance)
  }
}
