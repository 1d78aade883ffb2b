internal import PythonRuntime

/// `collections`: counters, queues, default dictionaries, ordered dictionaries and named tuples.
enum CollectionModule {
  static var members: [String: Value] {
    [
      "OrderedDict": .object(TypeObject.dict), "Counter": .object(counter),
      "defaultdict": .object(DefaultDictObject.defaultType), "namedtuple": .object(namedTuple),
      "deque": .object(DequeObject.type),
    ]
  }

  private static var counter: BuiltinFunction {
    BuiltinFunction("Counter", "iterable=None") { call throws(PyError) in
      let counts = CounterObject()
      guard let value = call.given("iterable") else { return .object(counts) }
      if let dict: DictObject = value.asObject() {
        for (key, count) in dict.pairs { try counts.set(key, count, call.machine) }
        return .object(counts)
      }
      for item in try call.machine.array(value) {
        let before = try counts.value(item, call.machine) ?? .int(0)
        try counts.set(item, try call.machine.binary(.add, before, .int(1)), call.machine)
      }
      return .object(counts)
    }
  }

  private static var namedTuple: BuiltinFunction {
    BuiltinFunction("namedtuple", "typename, field_names") { call throws(PyError) in
      let machine = call.machine
      var names: [String] = []
      if case .string(let text)? = call["field_names"] {
        names = text.split { $0 == " " || $0 == "," }.map(String.init)
      } else {
        names = try machine.strings(call.required("field_names"), "field_names")
      }
      let (type, fields) = (try call.string("typename") ?? "", names)
      return .object(
        BuiltinFunction(type, fields.joined(separator: ", ")) { call in
          .object(NamedTuple(type, fields.map { ($0, call.required($0)) }))
        })
    }
  }
}

/// `collections.Counter`.
final class CounterObject: DictObject {
  override var typeName: String { "Counter" }
  override var shownCall: ShownCall? {
    let counts = sorted()
    return ShownCall("Counter", counts.isEmpty ? [] : [.pairs(counts)])
  }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    try value(index, machine) ?? .int(0)
  }

  override func attribute(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    guard name == "most_common" else { return nil }
    return .object(
      BuiltinFunction(name, "n=None") { [self] call throws(PyError) in
        let limit = try call.int("n", or: .max)
        let sorted = sorted()
        return .object(
          ListObject(sorted.prefix(max(limit, 0)).map { .object(TupleObject([$0.key, $0.value])) }))
      })
  }

  /// The largest counts first; equal ones as they came.
  private func sorted() -> [(key: Value, value: Value)] {
    pairs.enumerated().sorted { a, b in
      let (x, y) = (a.element.value.double ?? 0, b.element.value.double ?? 0)
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    var parts: [String] = []
    for (key, value) in sorted() {
      parts.append("\(try machine.repr(key)): \(try machine.repr(value))")
    }
    return parts.isEmpty ? "Counter()" : "Counter({" + parts.joined(separator: ", ") + "})"
  }
}

/// `collections.defaultdict`.
final class DefaultDictObject: DictObject {
  let factory: Value
  init(_ factory: Value) { self.factory = factory }

  deinit { LettingGo.hold(factory) }

  override var typeName: String { type.qualifiedName }
  override var type: TypeObject { Self.defaultType }
  override var shownCall: ShownCall? {
    ShownCall("defaultdict", [.value(factory), .pairs(pairs)])
  }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    if let found = try value(index, machine) { return found }
    let made = try machine.call(factory, Arguments())
    try set(index, made, machine)
    return made
  }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    "defaultdict(\(try machine.repr(factory)), \(try super.repr(machine)))"
  }

  static let defaultType = SharedType(
    "defaultdict", module: "collections", base: .dict, "default_factory=None", isImmutable: true
  ) { call in .object(DefaultDictObject(call["default_factory"] ?? .none)) }
}

/// What a class made by `namedtuple` makes.
final class NamedTuple: TupleObject {
  private let name: String
  private let fields: [(name: String, value: Value)]

  init(_ name: String, _ fields: [(name: String, value: Value)]) {
    (self.name, self.fields) = (name, fields)
    super.init(fields.map(\.value))
  }

  deinit { LettingGo.hold(fields) }

  /// One of the same class with other values.
  func with(_ values: [Value]) -> NamedTuple {
    NamedTuple(name, zip(fields, values).map { ($0.name, $1) })
  }

  override var typeName: String { name }
  override func attribute(_ name: String, _ machine: Machine) -> Value? {
    fields.first { $0.name == name }?.value
  }
  override func repr(_ machine: Machine) throws(PyError) -> String {
    var parts: [String] = []
    for (name, value) in fields { parts.append("\(name)=\(try machine.repr(value))") }
    return "\(name)(\(parts.joined(separator: ", ")))"
  }
}
