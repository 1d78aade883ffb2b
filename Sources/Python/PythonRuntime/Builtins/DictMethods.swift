/// Methods of dictionaries. The first argument is the dictionary.
enum DictMethods {
  static var all: [Method] {
    [
      method("get") { dict, values, machine throws(PyError) in
        try dict.value(values[0], machine) ?? (values.count > 1 ? values[1] : Value.none)
      },
      method("keys") { dict, _, _ in .object(DictView("dict_keys", dict) { $0.key }) },
      method("values") { dict, _, _ in .object(DictView("dict_values", dict) { $0.value }) },
      method("items") { dict, _, _ in
        .object(DictView("dict_items", dict) { .object(TupleObject([$0.key, $0.value])) })
      },
      method("setdefault") { dict, values, machine throws(PyError) in
        if let found = try dict.value(values[0], machine) { return found }
        let value = values.count > 1 ? values[1] : Value.none
        try dict.set(values[0], value, machine)
        return value
      },
      method("pop") { dict, values, machine throws(PyError) in
        if let found = try dict.remove(values[0], machine) { return found }
        if values.count > 1 { return values[1] }
        throw machine.error("KeyError", of: values[0])
      },
      method("popitem") { dict, _, machine throws(PyError) in
        guard let last = dict.pairs.last else {
          throw machine.error("KeyError", "popitem(): dictionary is empty")
        }
        try dict.remove(last.key, machine)
        return .object(TupleObject([last.key, last.value]))
      },
      method("clear") { dict, _, _ in
        dict.removeAll()
        return .none
      },
      method("copy") { dict, _, machine throws(PyError) in
        let copy = DictObject()
        try update(copy, .object(dict), machine)
        return .object(copy)
      },
      Method("update") { arguments, machine throws(PyError) in
        guard let dict: DictObject = arguments.positional.first?.asObject() else { return .none }
        for value in arguments.positional.dropFirst() { try update(dict, value, machine) }
        for (name, value) in arguments.keywords { try dict.set(.string(name), value, machine) }
        return .none
      },
      // Of the class, whoever it is found in.
      Method("fromkeys", binds: false) { arguments, machine throws(PyError) in
        let values = arguments.positional
        guard let keys = values.first, values.count <= 2, arguments.keywords.isEmpty else {
          throw machine.error(
            "TypeError",
            values.isEmpty
              ? "fromkeys expected at least 1 argument, got 0"
              : "fromkeys expected at most 2 arguments, got \(values.count)")
        }
        let dict = DictObject()
        for key in try machine.array(keys) {
          try dict.set(key, values.count > 1 ? values[1] : .none, machine)
        }
        return .object(dict)
      },
    ]
  }

  /// Takes over the pairs of a mapping or of an iterable.
  static func update(_ dict: DictObject, _ value: Value, _ machine: Machine) throws(PyError) {
    if let other: DictObject = value.asObject() {
      for (key, value) in other.pairs { try dict.set(key, value, machine) }
      return
    }
    for (number, pair) in try machine.array(value).enumerated() {
      let items = try machine.array(pair)
      guard items.count == 2 else {
        throw machine.error(
          "ValueError",
          "dictionary update sequence element #\(number) has length \(items.count); 2 is required")
      }
      try dict.set(items[0], items[1], machine)
    }
  }

  private static func method(
    _ name: String,
    _ body: @escaping @Sendable (DictObject, [Value], Machine) throws(PyError) -> Value
  ) -> Method {
    Method(name) { arguments, machine throws(PyError) in
      guard let dict: DictObject = arguments.positional.first?.asObject() else {
        throw machine.error("TypeError", "descriptor '\(name)' requires a 'dict' object")
      }
      let values = Array(arguments.positional.dropFirst())
      if values.isEmpty, ["get", "setdefault", "pop"].contains(name) {
        throw machine.error("TypeError", "\(name) expected at least 1 argument, got 0")
      }
      return try body(dict, values, machine)
    }
  }
}

/// `dict.keys()` and its kin.
final class DictView: Object {
  private let name: String
  private let dict: DictObject
  private let part: ((key: Value, value: Value)) -> Value

  init(_ name: String, _ dict: DictObject, _ part: @escaping ((key: Value, value: Value)) -> Value)
  {
    self.name = name
    self.dict = dict
    self.part = part
  }

  deinit { LettingGo.hold(dict) }

  override var typeName: String { name }
  override func length(_ machine: Machine) -> Int? { dict.count }
  override func isTrue(_ machine: Machine) -> Bool { dict.count > 0 }
  override func iterator(_ machine: Machine) -> IteratorObject? {
    dict.walk("\(name)iterator", part)
  }
  override func repr(_ machine: Machine) throws(PyError) -> String {
    "\(name)(\(try ListObject(dict.pairs.map(part)).repr(machine)))"
  }
  override func contains(_ value: Value, _ machine: Machine) throws(PyError) -> Bool? {
    name == "dict_keys" ? try dict.contains(value, machine) : nil
  }
  override func isEqual(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? {
    guard name == "dict_keys", let other: DictView = other.asObject(),
      other.dict.count == dict.count
    else { return nil }
    for pair in dict.pairs where try other.dict.value(pair.key, machine) == nil { return false }
    return true
  }
}

/// Methods of sets. The first argument is the set.
enum SetMethods {
  static var all: [Method] {
    [
      method("add") { set, values, machine throws(PyError) in
        try set.insert(values[0], machine)
        return .none
      },
      method("remove") { set, values, machine throws(PyError) in
        if try !set.remove(values[0], machine) { throw machine.error("KeyError", of: values[0]) }
        return .none
      },
      method("discard") { set, values, machine throws(PyError) in
        _ = try set.remove(values[0], machine)
        return .none
      },
      method("update") { set, values, machine throws(PyError) in
        for value in values {
          for item in try machine.array(value) { try set.insert(item, machine) }
        }
        return .none
      },
      method("copy") { set, _, machine throws(PyError) in
        try machine.binary(.bitOr, .object(set), .object(set))
      },
      method("clear") { set, _, _ in
        set.removeAll()
        return .none
      },
      combining("union", .bitOr), combining("intersection", .bitAnd),
      combining("difference", .subtract), combining("symmetric_difference", .bitXor),
      combining("issubset", .lessOrEqual), combining("issuperset", .greaterOrEqual),
      method("isdisjoint") { set, values, machine throws(PyError) in
        for item in try machine.array(values[0]) where try set.contains(item, machine) == true {
          return .bool(false)
        }
        return .bool(true)
      },
    ]
  }

  /// How many arguments methods take that don't take any number.
  private static let counts = [
    "add": 1, "remove": 1, "discard": 1, "copy": 0, "clear": 0, "symmetric_difference": 1,
    "issubset": 1, "issuperset": 1, "isdisjoint": 1,
  ]

  private static func combining(_ name: String, _ operation: Operation) -> Method {
    method(name) { set, values, machine throws(PyError) in
      var result =
        values.isEmpty
        ? try machine.binary(.bitOr, .object(set), .object(set)) : Value.object(set)
      for value in values {
        let other = SetObject()
        for item in try machine.array(value) { try other.insert(item, machine) }
        result = try machine.binary(operation, result, .object(other))
      }
      return result
    }
  }

  private static func method(
    _ name: String,
    _ body: @escaping @Sendable (SetObject, [Value], Machine) throws(PyError) -> Value
  ) -> Method {
    Method(name) { arguments, machine throws(PyError) in
      guard let set: SetObject = arguments.positional.first?.asObject() else {
        throw machine.error("TypeError", "descriptor '\(name)' requires a 'set' object")
      }
      let values = Array(arguments.positional.dropFirst())
      if let count = counts[name], values.count != count {
        throw machine.wrongCount("\(set.typeName).\(name)", count, values.count)
      }
      if set.isFrozen, ["add", "remove", "discard", "update", "clear"].contains(name) {
        throw machine.error("AttributeError", "'frozenset' object has no attribute '\(name)'")
      }
      return try body(set, values, machine)
    }
  }
}
