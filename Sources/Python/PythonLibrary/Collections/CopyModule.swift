internal import PythonRuntime

/// `copy` and `string`.
enum CopyModule {
  static var members: [String: Value] {
    PythonRuntime.members([
      BuiltinFunction("copy", "x") { call throws(PyError) in
        try Copying(isDeep: false, call.machine).copy(call.required("x"))
      },
      BuiltinFunction("deepcopy", "x, memo=None") { call throws(PyError) in
        try Copying(isDeep: true, call.machine).copy(call.required("x"))
      },
    ])
  }

  static var string: [String: Value] {
    [
      "ascii_lowercase": .string("abcdefghijklmnopqrstuvwxyz"),
      "ascii_uppercase": .string("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
      "ascii_letters": .string("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
      "digits": .string("0123456789"), "hexdigits": .string("0123456789abcdefABCDEF"),
      "octdigits": .string("01234567"), "whitespace": .string(" \t\n\r\u{B}\u{C}"),
      "punctuation": .string("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
    ]
  }
}

/// One call of `copy` or `deepcopy`.
private final class Copying {
  private let isDeep: Bool
  private let machine: Machine
  /// The copies of lists, dictionaries and instances, by what they were made from: what holds itself
  /// is copied once.
  private var made: [ObjectIdentifier: Value] = [:]

  init(isDeep: Bool, _ machine: Machine) { (self.isDeep, self.machine) = (isDeep, machine) }

  func copy(_ value: Value) throws(PyError) -> Value {
    guard case .object(let object) = value else { return value }
    if let known = made[ObjectIdentifier(object)] { return known }
    switch object {
    case let list as ListObject:
      let copy = ListObject([])
      made[ObjectIdentifier(list)] = .object(copy)
      for item in list.items { copy.items.append(try part(item)) }
      return .object(copy)
    case let tuple as TupleObject: return isDeep ? try copy(tuple) : value
    case let dict as DictObject:
      let copy = empty(dict)
      made[ObjectIdentifier(dict)] = .object(copy)
      for (key, value) in dict.pairs { try copy.set(part(key), part(value), machine) }
      return .object(copy)
    case let instance as InstanceObject: return try copy(instance)
    default:
      guard let method = try object.attribute("copy", machine) else { return value }
      return try machine.call(method, Arguments())
    }
  }

  private func copy(_ tuple: TupleObject) throws(PyError) -> Value {
    var items: [Value] = []
    for item in tuple.items { items.append(try part(item)) }
    // A list in the tuple may hold the tuple.
    if let known = made[ObjectIdentifier(tuple)] { return known }
    let copy = (tuple as? NamedTuple)?.with(items) ?? TupleObject(items)
    made[ObjectIdentifier(tuple)] = .object(copy)
    return .object(copy)
  }

  private func empty(_ dict: DictObject) -> DictObject {
    switch dict {
    case is CounterObject: CounterObject()
    case let dict as DefaultDictObject: DefaultDictObject(dict.factory)
    default: DictObject()
    }
  }

  private func copy(_ instance: InstanceObject) throws(PyError) -> Value {
    let (name, values): (String, [Value]) =
      isDeep ? ("__deepcopy__", [.object(DictObject())]) : ("__copy__", [])
    if let method = instance.kind.member(name, machine) {
      return try machine.call(method, Arguments([.object(instance)] + values))
    }
    let copy = InstanceObject(instance.kind)
    made[ObjectIdentifier(instance)] = .object(copy)
    for (name, value) in instance.fields { copy.fields[name] = try part(value, frames: 4) }
    return .object(copy)
  }

  /// - Parameter frames: the calls that CPython's `deepcopy` makes inside of each other until it comes
  ///   to a part.
  private func part(_ value: Value, frames: Int = 2) throws(PyError) -> Value {
    guard isDeep else { return value }
    return try machine.calling(frames: frames) { () throws(PyError) in try copy(value) }
  }
}
