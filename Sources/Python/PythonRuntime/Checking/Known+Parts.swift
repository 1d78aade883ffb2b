extension Known {
  /// The one class that it is of.
  var type: TypeObject? {
    switch self {
    case .instance(let types) where types.count == 1: types[0]
    case .array(let type, _): type
    default: nil
    }
  }

  /// What one of its items is.
  var item: Known {
    switch self {
    case .instance(let types): return Self.item(of: types)
    case .array(let type, let array):
      guard array.extents.count > 1 else { return Self.item(of: [type]) }
      return .array(type, KnownArray(Array(array.extents.dropFirst())))
    case .sequence(_, let item): return item
    case .tuple(let items), .list(let items): return Self.merged(items)
    default: return .unknown
    }
  }

  /// What has brackets behind it is of a class that has items.
  private static func item(of types: [TypeObject]) -> Known {
    var found: [TypeObject] = []
    for type in types.flatMap({ $0.items() ?? [] }) where !found.contains(where: { $0 === type }) {
      found.append(type)
    }
    return found.isEmpty ? .unknown : .instance(found)
  }

  /// What is known of each of several values.
  static func merged(_ values: [Known]) -> Known {
    guard let first = values.first else { return .unknown }
    return values.dropFirst().reduce(first) { $0.merged(with: $1) }
  }

  /// What is known of a value that is either of two.
  func merged(with other: Known) -> Known {
    if isSame(as: other) { return self }
    let vague = vague
    return vague.isSame(as: other.vague) ? vague : .unknown
  }

  /// What is known of it wherever it may come from: its class.
  var vague: Known {
    switch self {
    case .value(.int), .value(.float): .number
    case .value(.object(let object)): .instance([object.type])
    case .value: .unknown
    case .array(let type, _): .instance([type])
    case .tuple(let items): .tuple(items.map(\.vague))
    case .list(let items): .sequence("list", of: Self.merged(items.map(\.vague)))
    case .dictionary: .unknown
    case .sequence(let kind, let item): .sequence(kind, of: item.vague)
    default: self
    }
  }

  /// Whether it is a number or a text of Python's own, or has one.
  var hasPlain: Bool {
    switch self {
    case .number, .value(.int), .value(.float), .value(.bool), .value(.string): true
    case .tuple(let items), .list(let items): items.contains(where: \.hasPlain)
    case .sequence(let kind, let item): ["list", "range"].contains(kind) && item.hasPlain
    default: false
    }
  }

  /// What a name stands for that is bound to it: others may change a list then.
  var kept: Known {
    switch self {
    case .list, .dictionary: vague
    case .tuple(let items): .tuple(items.map(\.kept))
    default: self
    }
  }

  /// The items of a tuple or a list.
  var parts: [Known]? {
    switch self {
    case .tuple(let items), .list(let items): items
    default: nil
    }
  }

  /// The lists in it, which others may change once they have a name.
  var lists: [Known] {
    switch self {
    case .list, .dictionary: [self]
    case .tuple(let items): items.flatMap(\.lists)
    default: []
    }
  }

  /// The objects in it that were made before the program runs.
  var objects: [Object] {
    switch self {
    case .value(.object(let object)): [object]
    case .dictionary(let entries): entries.flatMap(\.value.objects)
    default: parts?.flatMap(\.objects) ?? []
    }
  }

  /// The value, where all of it is known.
  var value: Value? {
    switch self {
    case .value(let value): return value
    case .type(let type): return .object(type)
    case .function(let function): return .object(function)
    case .tuple(let items): return Self.values(items).map { .object(TupleObject($0)) }
    case .list(let items): return Self.values(items).map { .object(ListObject($0)) }
    default: return nil
    }
  }

  /// The value, where all of it is known; of a dictionary too.
  func value(_ machine: Machine) -> Value? {
    guard case .dictionary(let entries) = self else { return value }
    let dict = DictObject()
    for entry in entries {
      guard let value = entry.value.value(machine),
        (try? dict.set(.string(entry.name), value, machine)) != nil
      else { return nil }
    }
    return .object(dict)
  }

  private static func values(_ items: [Known]) -> [Value]? {
    let values = items.compactMap(\.value)
    return values.count == items.count ? values : nil
  }

  /// The same with something else in place of arrays and of objects.
  func mapped(_ change: (Known) -> Known) -> Known {
    switch self {
    case .tuple(let items): .tuple(items.map { $0.mapped(change) })
    case .list(let items): .list(items.map { $0.mapped(change) })
    case .dictionary(let entries):
      .dictionary(entries.map { Entry(name: $0.name, value: $0.value.mapped(change)) })
    default: change(self)
    }
  }
}

extension Value {
  /// Whether both are the same number, text or object, of one kind.
  func isPlainly(_ other: Value) -> Bool {
    switch (self, other) {
    case (.none, .none): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.float(let a), .float(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.object(let a), .object(let b)): a === b
    default: false
    }
  }
}
