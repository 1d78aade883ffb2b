internal import PythonRuntime

/// `collections.deque`: a sequence that grows and shrinks at both ends at the same cost.
final class DequeObject: Object {
  /// The items before `back`, last one first: the first item is at the end.
  private var front: [Value] = []
  private var back: [Value] = []
  /// How many items stay; an end loses what the other gets beyond that. Nil for all.
  let limit: Int?

  init(_ items: [Value] = [], limit: Int? = nil) {
    self.limit = limit
    back = limit.map { Array(items.suffix($0)) } ?? items
  }

  deinit { LettingGo.hold((front, back)) }
  override func letGo() { (front, back) = ([], []) }

  var count: Int { front.count + back.count }
  var items: [Value] { front.reversed() + back }

  subscript(place: Int) -> Value {
    get { place < front.count ? front[front.count - 1 - place] : back[place - front.count] }
    set {
      if place < front.count {
        front[front.count - 1 - place] = newValue
      } else {
        back[place - front.count] = newValue
      }
    }
  }

  func append(_ item: Value, _ machine: Machine) throws(PyError) {
    try machine.spend(growingTo: count + 1)
    if limit == 0 { return }
    if let limit, count >= limit { _ = popFirst() }
    back.append(item)
  }

  func prepend(_ item: Value, _ machine: Machine) throws(PyError) {
    try machine.spend(growingTo: count + 1)
    if limit == 0 { return }
    if let limit, count >= limit { _ = popLast() }
    front.append(item)
  }

  /// An end that is empty takes half of the other, so that each item moves a few times at most.
  func popFirst() -> Value? {
    if front.isEmpty {
      let half = (back.count + 1) / 2
      front = back[..<half].reversed()
      back.removeFirst(half)
    }
    return front.popLast()
  }

  func popLast() -> Value? {
    if back.isEmpty {
      let half = (front.count + 1) / 2
      back = front[..<half].reversed()
      front.removeFirst(half)
    }
    return back.popLast()
  }

  func replace(with items: [Value]) { (front, back) = ([], items) }

  // MARK: - As an object

  override var typeName: String { "collections.deque" }
  override var type: TypeObject { Self.type }
  override func isTrue(_ machine: Machine) -> Bool { count > 0 }
  override func length(_ machine: Machine) -> Int? { count }
  override func hashNumber(_ machine: Machine) -> Int? { nil }

  override func attribute(_ name: String, _ machine: Machine) -> Value? {
    name == "maxlen" ? limit.map { .int($0) } ?? Value.none : nil
  }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    try machine.nested(self, otherwise: "[...]") { () throws(PyError) -> String in
      var parts: [String] = []
      for item in items { parts.append(try machine.repr(item)) }
      let end = limit.map { ", maxlen=\($0)" } ?? ""
      return "deque([\(parts.joined(separator: ", "))]\(end))"
    }
  }

  override func iterator(_ machine: Machine) -> IteratorObject? {
    let (size, items) = (count, items)
    var index = 0
    return ClosureIterator("_collections._deque_iterator") { [self] machine throws(PyError) in
      guard count == size else {
        throw machine.error("RuntimeError", "deque mutated during iteration")
      }
      guard index < items.count else { return nil }
      defer { index += 1 }
      return items[index]
    }
  }

  override func isEqual(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? {
    guard let other: DequeObject = other.asObject() else { return nil }
    return try machine.areEqual(items, other.items)
  }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    self[try position(index, machine)]
  }

  override func setItem(_ index: Value, _ value: Value, _ machine: Machine) throws(PyError) {
    self[try position(index, machine)] = value
  }

  override func deleteItem(_ index: Value, _ machine: Machine) throws(PyError) {
    var items = items
    items.remove(at: try position(index, machine))
    replace(with: items)
  }

  private func position(_ index: Value, _ machine: Machine) throws(PyError) -> Int {
    guard index.smallInt != nil else {
      throw machine.error(
        "TypeError", "sequence index must be integer, not '\(machine.typeName(index))'")
    }
    return try machine.position(index, in: count, "deque")
  }
}
