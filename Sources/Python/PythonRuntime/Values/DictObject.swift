/// `dict`: keys in the order in which they came.
open class DictObject: Object {
  private var places: [Key: Int] = [:]
  /// Nil where a key was removed.
  private var entries: [(key: Value, value: Value)?] = []

  public override init() {}

  deinit { LettingGo.hold((places, entries)) }
  open override func letGo() { removeAll() }

  open override var typeName: String { "dict" }
  open override var type: TypeObject { .dict }
  public override func isTrue(_ machine: Machine) -> Bool { !places.isEmpty }
  public override func length(_ machine: Machine) -> Int? { places.count }
  public override func hashNumber(_ machine: Machine) -> Int? { nil }

  /// How many keys there are.
  package var count: Int { places.count }
  /// Keys with their values, in the order in which keys came.
  package var pairs: [(key: Value, value: Value)] { entries.compactMap(\.self) }

  /// Returns a key's value; nil where the key isn't there.
  ///
  /// - Throws: `TypeError` for keys that have no hash, and what their comparison raises.
  package func value(_ key: Value, _ machine: Machine) throws(PyError) -> Value? {
    let place = places[try machine.key(key)]
    try machine.checkKeys()
    return place.flatMap { entries[$0]?.value }
  }

  /// Sets a key's value; a new key comes last.
  ///
  /// - Throws: `TypeError` for keys that have no hash, and `MemoryError` where there is no room.
  package func set(_ key: Value, _ value: Value, _ machine: Machine) throws(PyError) {
    let hashed = try machine.key(key)
    let place = places[hashed]
    try machine.checkKeys()
    if let place {
      entries[place]?.value = value
    } else {
      try machine.spend(items: 2, growingTo: 4 * (entries.count + 1))
      places[hashed] = entries.count
      entries.append((key, value))
    }
  }

  /// Removes a key and returns its value; nil where the key wasn't there.
  ///
  /// - Throws: `TypeError` for keys that have no hash, and what their comparison raises.
  @discardableResult
  package func remove(_ key: Value, _ machine: Machine) throws(PyError) -> Value? {
    let found = places.removeValue(forKey: try machine.key(key))
    try machine.checkKeys()
    guard let place = found else { return nil }
    defer {
      entries[place] = nil
      compact()
    }
    return entries[place]?.value
  }

  func removeAll() {
    places = [:]
    entries = []
  }

  private func compact() {
    guard entries.count > 16, entries.count > 2 * places.count else { return }
    var moved = 0
    var kept: [(key: Value, value: Value)?] = []
    var map: [Int: Int] = [:]
    for (place, entry) in entries.enumerated() where entry != nil {
      map[place] = moved
      moved += 1
      kept.append(entry)
    }
    places = places.mapValues { map[$0] ?? 0 }
    entries = kept
  }

  open override func repr(_ machine: Machine) throws(PyError) -> String {
    try machine.nested(self, otherwise: "{...}") { () throws(PyError) -> String in
      var parts: [String] = []
      for (key, value) in pairs {
        parts.append("\(try machine.repr(key)): \(try machine.repr(value))")
      }
      return "{" + parts.joined(separator: ", ") + "}"
    }
  }

  public override func iterator(_ machine: Machine) -> IteratorObject? {
    walk("dict_keyiterator") { $0.key }
  }

  func walk(
    _ name: String, _ part: @escaping ((key: Value, value: Value)) -> Value
  ) -> IteratorObject {
    var index = 0
    let size = places.count
    return ClosureIterator(name) { [self] machine throws(PyError) in
      guard places.count == size else {
        throw machine.error("RuntimeError", "dictionary changed size during iteration")
      }
      while index < entries.count {
        defer { index += 1 }
        if let entry = entries[index] { return part(entry) }
      }
      return nil
    }
  }

  public override func contains(_ value: Value, _ machine: Machine) throws(PyError) -> Bool? {
    let place = places[try machine.key(value)]
    try machine.checkKeys()
    return place != nil
  }

  open override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    guard let found = try value(index, machine) else {
      throw machine.error("KeyError", of: index)
    }
    return found
  }

  public override func setItem(
    _ index: Value, _ value: Value, _ machine: Machine
  ) throws(PyError) { try set(index, value, machine) }

  public override func deleteItem(_ index: Value, _ machine: Machine) throws(PyError) {
    if try remove(index, machine) == nil { throw machine.error("KeyError", of: index) }
  }

  public override func isEqual(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? {
    guard let other: DictObject = other.asObject() else { return nil }
    guard count == other.count else { return false }
    for (key, value) in pairs {
      guard let found = try other.value(key, machine), try machine.isEqual(value, found) else {
        return false
      }
    }
    return true
  }

  public override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    guard operation == .bitOr, !reflected, let right: DictObject = other.asObject() else {
      return nil
    }
    let result = DictObject()
    for (key, value) in pairs + right.pairs { try result.set(key, value, machine) }
    return .object(result)
  }
}
