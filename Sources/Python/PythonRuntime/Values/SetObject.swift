/// `set` and `frozenset`.
package final class SetObject: Object {
  var keys: [Key: Value] = [:]
  /// In the order in which they came; CPython's order is that of its hash table.
  private(set) var order: [Key] = []
  let isFrozen: Bool

  /// An empty set, to be filled before a program sees it where it is frozen.
  package init(frozen: Bool = false) { isFrozen = frozen }

  deinit { LettingGo.hold((keys, order)) }
  package override func letGo() { removeAll() }

  package override var typeName: String { isFrozen ? "frozenset" : "set" }
  package override var type: TypeObject { isFrozen ? .frozenset : .set }
  package override func isTrue(_ machine: Machine) -> Bool { !keys.isEmpty }
  package override func length(_ machine: Machine) -> Int? { keys.count }

  package override func hashNumber(_ machine: Machine) -> Int? {
    isFrozen ? keys.keys.reduce(0) { $0 ^ $1.hashValue } : nil
  }

  func insert(_ value: Value, _ machine: Machine) throws(PyError) {
    let key = try machine.key(value)
    let isNew = keys[key] == nil
    try machine.checkKeys()
    guard isNew else { return }
    try machine.spend(items: 2, growingTo: 4 * (order.count + 1))
    keys[key] = value
    order.append(key)
  }

  func remove(_ value: Value, _ machine: Machine) throws(PyError) -> Bool {
    let key = try machine.key(value)
    let isGone = keys.removeValue(forKey: key) != nil
    try machine.checkKeys()
    if isGone { order.removeAll { $0 == key } }
    return isGone
  }

  func removeAll() {
    keys = [:]
    order = []
  }

  /// Small whole numbers by size, as CPython's table gives them; everything else as it came.
  var values: [Value] {
    let numbers = order.compactMap { key -> Int? in
      if case .int(let number) = key.value, (0..<1 << 16).contains(number) { number } else { nil }
    }
    if numbers.count == order.count { return numbers.sorted().map(Value.int) }
    return order.map(\.value)
  }

  package override func repr(_ machine: Machine) throws(PyError) -> String {
    if keys.isEmpty { return isFrozen ? "frozenset()" : "set()" }
    var parts: [String] = []
    for value in values { parts.append(try machine.repr(value)) }
    let body = "{" + parts.joined(separator: ", ") + "}"
    return isFrozen ? "frozenset(\(body))" : body
  }

  package override func iterator(_ machine: Machine) -> IteratorObject? {
    var rest = values[...]
    return ClosureIterator("set_iterator") { _ in rest.popFirst() }
  }

  package override func contains(_ value: Value, _ machine: Machine) throws(PyError) -> Bool? {
    let found = keys[try machine.key(value)]
    try machine.checkKeys()
    return found != nil
  }

  package override func isEqual(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? {
    guard let other: SetObject = other.asObject() else { return nil }
    let areEqual = keys.count == other.keys.count && keys.keys.allSatisfy { other.keys[$0] != nil }
    try machine.checkKeys()
    return areEqual
  }

  package override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    guard !reflected, let right: SetObject = other.asObject() else { return nil }
    let isSubset = keys.keys.allSatisfy { right.keys[$0] != nil }
    let isSuperset = right.keys.keys.allSatisfy { keys[$0] != nil }
    try machine.checkKeys()
    switch operation {
    case .bitOr: return .object(try combined(values + right.values, machine))
    case .bitAnd:
      return .object(try combined(order.filter { right.keys[$0] != nil }.map(\.value), machine))
    case .subtract:
      return .object(try combined(order.filter { right.keys[$0] == nil }.map(\.value), machine))
    case .bitXor:
      let left = order.filter { right.keys[$0] == nil }.map(\.value)
      let rest = right.order.filter { keys[$0] == nil }.map(\.value)
      return .object(try combined(left + rest, machine))
    case .lessOrEqual: return .bool(isSubset)
    case .less: return .bool(isSubset && keys.count < right.keys.count)
    case .greaterOrEqual: return .bool(isSuperset)
    case .greater: return .bool(isSuperset && keys.count > right.keys.count)
    default: return nil
    }
  }

  private func combined(_ values: [Value], _ machine: Machine) throws(PyError) -> SetObject {
    let result = SetObject(frozen: isFrozen)
    for value in values { try result.insert(value, machine) }
    return result
  }
}
