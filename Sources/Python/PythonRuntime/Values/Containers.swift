/// `list`.
package final class ListObject: Object {
  /// The items; who adds some counts them (`Machine.spend`).
  package var items: [Value]

  /// A new list of these items.
  package init(_ items: [Value]) { self.items = items }

  deinit { LettingGo.hold(items) }
  package override func letGo() { items = [] }

  package override var typeName: String { "list" }
  package override var type: TypeObject { .list }
  package override func isTrue(_ machine: Machine) -> Bool { !items.isEmpty }
  package override func length(_ machine: Machine) -> Int? { items.count }
  package override func hashNumber(_ machine: Machine) -> Int? { nil }

  package override func repr(_ machine: Machine) throws(PyError) -> String {
    try machine.nested(self, otherwise: "[...]") { () throws(PyError) -> String in
      var parts: [String] = []
      for item in items { parts.append(try machine.repr(item)) }
      return "[" + parts.joined(separator: ", ") + "]"
    }
  }

  package override func iterator(_ machine: Machine) -> IteratorObject? {
    var index = 0
    return ClosureIterator("list_iterator") { [self] _ in
      guard index < items.count else { return nil }
      defer { index += 1 }
      return items[index]
    }
  }

  package override func isEqual(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? {
    guard let other: ListObject = other.asObject() else { return nil }
    return try machine.areEqual(items, other.items)
  }

  package override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    if let slice: SliceObject = index.asObject() {
      return .object(ListObject(try slice.positions(of: items.count, machine).map { items[$0] }))
    }
    return items[try machine.position(index, in: items.count, "list")]
  }

  package override func setItem(
    _ index: Value, _ value: Value, _ machine: Machine
  ) throws(PyError) {
    guard let slice: SliceObject = index.asObject() else {
      items[try machine.position(index, in: items.count, "list assignment")] = value
      return
    }
    let new = try machine.array(value, "can only assign an iterable")
    if slice.isPlain {
      let range = try slice.range(of: items.count, machine)
      items.replaceSubrange(range, with: new)
      return
    }
    let places = try slice.positions(of: items.count, machine)
    guard places.count == new.count else {
      throw machine.error(
        "ValueError",
        "attempt to assign sequence of size \(new.count) to extended slice of size \(places.count)")
    }
    for (place, item) in zip(places, new) { items[place] = item }
  }

  package override func deleteItem(_ index: Value, _ machine: Machine) throws(PyError) {
    if let slice: SliceObject = index.asObject() {
      for place in try slice.positions(of: items.count, machine).sorted(by: >) {
        items.remove(at: place)
      }
      return
    }
    items.remove(at: try machine.position(index, in: items.count, "list assignment"))
  }

  package override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    switch operation {
    case .add where !reflected:
      guard let right: ListObject = other.asObject() else { return nil }
      return .object(ListObject(try machine.joined(items, right.items)))
    case .multiply:
      guard let count = other.smallInt else { return nil }
      return .object(ListObject(try machine.repeated(items, count)))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let right: ListObject = other.asObject() else { return nil }
      return .bool(try machine.compare(items, right.items, operation))
    default: return nil
    }
  }
}

/// `tuple`.
open class TupleObject: Object {
  /// The items, which never change.
  package let items: [Value]

  /// A new tuple of these items.
  public init(_ items: [Value]) { self.items = items }

  deinit { LettingGo.hold(items) }

  /// Whether it is a tuple and no more: others have a text of their own.
  var isPlain: Bool { Swift.type(of: self) == TupleObject.self }

  open override var typeName: String { "tuple" }
  open override var type: TypeObject { .tuple }
  public override func isTrue(_ machine: Machine) -> Bool { !items.isEmpty }
  public override func length(_ machine: Machine) -> Int? { items.count }

  public override func hashNumber(_ machine: Machine) throws(PyError) -> Int? {
    try machine.checkRoom()
    var hasher = Hasher()
    for item in items { hasher.combine(try machine.key(item)) }
    return hasher.finalize()
  }

  open override func repr(_ machine: Machine) throws(PyError) -> String {
    try machine.nested(self, otherwise: "(...)") { () throws(PyError) -> String in
      var parts: [String] = []
      for item in items { parts.append(try machine.repr(item)) }
      return items.count == 1 ? "(\(parts[0]),)" : "(" + parts.joined(separator: ", ") + ")"
    }
  }

  public override func iterator(_ machine: Machine) -> IteratorObject? {
    var index = 0
    return ClosureIterator("tuple_iterator") { [items] _ in
      guard index < items.count else { return nil }
      defer { index += 1 }
      return items[index]
    }
  }

  open override func isEqual(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? {
    guard let other: TupleObject = other.asObject() else { return nil }
    return try machine.areEqual(items, other.items)
  }

  open override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    if let slice: SliceObject = index.asObject() {
      return .object(TupleObject(try slice.positions(of: items.count, machine).map { items[$0] }))
    }
    return items[try machine.position(index, in: items.count, "tuple")]
  }

  open override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    switch operation {
    case .add where !reflected:
      guard let right: TupleObject = other.asObject() else { return nil }
      return .object(TupleObject(try machine.joined(items, right.items)))
    case .multiply:
      guard let count = other.smallInt else { return nil }
      return .object(TupleObject(try machine.repeated(items, count)))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let right: TupleObject = other.asObject() else { return nil }
      return .bool(try machine.compare(items, right.items, operation))
    default: return nil
    }
  }
}
