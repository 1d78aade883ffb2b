internal import BigInt

extension Value {
  /// An integer or a bool that fits 64 bits.
  package var smallInt: Int? {
    switch self {
    case .int(let value): value
    case .bool(let value): value ? 1 : 0
    case .object(let object): object.plainNumber?.smallInt
    default: nil
    }
  }

  /// A number as a float; nil for what is no number.
  package var double: Double? {
    switch self {
    case .int(let value): Double(value)
    case .bool(let value): value ? 1 : 0
    case .float(let value): value
    case .big(let box): Double(box.value)
    case .object(let object): object.plainNumber?.double
    default: nil
    }
  }

  /// The value, or the Python number that an object stands for.
  package var plain: Value {
    if case .object(let object) = self, let number = object.plainNumber { return number }
    return self
  }

  var isNotImplemented: Bool { asObject(NotImplementedObject.self) != nil }
}

/// `NotImplemented`; it has no state.
final class NotImplementedObject: Object, @unchecked Sendable {
  static let only = NotImplementedObject()
  override var typeName: String { "NotImplementedType" }
  override func repr(_ machine: Machine) -> String { "NotImplemented" }
}

/// `...`; it has no state.
final class EllipsisObject: Object, @unchecked Sendable {
  static let only = EllipsisObject()
  override var typeName: String { "ellipsis" }
  override func repr(_ machine: Machine) -> String { "Ellipsis" }
}

extension Machine {
  /// The name of a value's class as messages have it.
  package func typeName(_ value: Value) -> String {
    switch value {
    case .unset, .none: "NoneType"
    case .bool: "bool"
    case .int, .big: "int"
    case .float: "float"
    case .string: "str"
    case .object(let object): object.typeName
    }
  }

  /// `type(value)`.
  package func type(of value: Value) -> TypeObject {
    switch value {
    case .unset, .none: .noneType
    case .bool: .bool
    case .int, .big: .int
    case .float: .float
    case .string: .str
    case .object(let object): object.type
    }
  }

  /// `bool(value)`.
  package func isTrue(_ value: Value) throws(PyError) -> Bool {
    switch value {
    case .unset, .none: false
    case .bool(let value): value
    case .int(let value): value != 0
    case .big: true
    case .float(let value): value != 0
    case .string(let text): !text.isEmpty
    case .object(let object): try object.isTrue(self)
    }
  }

  /// `a == b`, as Python compares: numbers of any two kinds by their exact values.
  package func isEqual(_ a: Value, _ b: Value) throws(PyError) -> Bool {
    switch (a, b) {
    case (.none, .none): return true
    case (.int(let a), .int(let b)): return a == b
    case (.string(let a), .string(let b)): return a.hasSameScalars(as: b)
    case (.float(let a), .float(let b)): return a == b
    case (.object(let a), _):
      if case .object(let other) = b, a === other { return true }
      return try isEqual(a, to: b)
    case (_, .object(let b)): return try b.isEqual(a, self) ?? false
    default: return isEqualNumber(a, b)
    }
  }

  @inline(never)
  private func isEqual(_ object: Object, to value: Value) throws(PyError) -> Bool {
    try nesting(" in comparison") { () throws(PyError) -> Bool in
      if let result = try object.isEqual(value, self) { return result }
      if case .object(let other) = value {
        return try other.isEqual(.object(object), self) ?? false
      }
      return false
    }
  }

  private func isEqualNumber(_ a: Value, _ b: Value) -> Bool {
    if let a = a.bigInt, let b = b.bigInt { return a == b }
    guard let x = a.double, let y = b.double else { return false }
    // A float and an integer are equal where the integer is exactly that float.
    if let big = a.bigInt ?? b.bigInt, abs(big) > 1 << 53 {
      let other = a.bigInt == nil ? x : y
      return other.isFinite && BigInt(other) == big && other == other.rounded()
    }
    return x == y
  }

  /// Whether both are as long and their items are the same, as containers compare.
  package func areEqual(_ a: [Value], _ b: [Value]) throws(PyError) -> Bool {
    guard a.count == b.count else { return false }
    for (x, y) in zip(a, b) where try !isSame(x, y) { return false }
    return true
  }

  /// Equal, or the very same object: what containers compare by.
  package func isSame(_ a: Value, _ b: Value) throws(PyError) -> Bool {
    if isIdentical(a, b) { return true }
    return try isEqual(a, b)
  }

  /// `a is b`; numbers and texts, which are no objects here, are where their kind and value are.
  package func isIdentical(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.none, .none): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.string(let a), .string(let b)): a.hasSameScalars(as: b)
    case (.big(let a), .big(let b)): a === b
    // Floats have no identity here: equal ones, and the same NaN, are taken for one object.
    case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
    case (.object(let a), .object(let b)): a === b
    default: false
    }
  }

  /// The items of anything that can be iterated over.
  ///
  /// - Parameter wanted: what the message says where it can't.
  package func array(_ value: Value, _ wanted: String? = nil) throws(PyError) -> [Value] {
    switch value {
    case .string(let text):
      try spend(items: text.utf8.count, growingTo: scalarCount(of: text))
      return text.unicodeScalars.map { .string(String($0)) }
    case .object(let list as ListObject): return list.items
    case .object(let tuple as TupleObject): return tuple.items
    default: break
    }
    if let wanted, try !isIterable(value) { throw error("TypeError", wanted) }
    let iterator = try iterator(value)
    var items: [Value] = []
    while let item = try iterator.next(self) {
      try step()
      try spend(growingTo: items.count + 1)
      items.append(item)
    }
    return items
  }

  private func isIterable(_ value: Value) throws(PyError) -> Bool {
    switch value {
    case .string: true
    case .object(let object): try object.iterator(self) != nil
    default: false
    }
  }

  /// `iter(value)`.
  ///
  /// - Throws: `TypeError` where it can't be iterated over.
  package func iterator(_ value: Value) throws(PyError) -> IteratorObject {
    switch value {
    case .string(let text):
      try spend(memory: 4 * text.utf8.count)
      var rest = Array(text.unicodeScalars)[...]
      return ClosureIterator("str_iterator") { _ in rest.popFirst().map { .string(String($0)) } }
    case .object(let object):
      if let iterator = try object.iterator(self) { return iterator }
      fallthrough
    default: throw error("TypeError", "'\(typeName(value))' object is not iterable")
    }
  }

  /// A place in a sequence from an index that may count from the end.
  package func position(_ index: Value, in count: Int, _ what: String) throws(PyError) -> Int {
    guard let number = index.smallInt else {
      if let refusal = index.indexRefusal { throw error("TypeError", refusal) }
      let noun = what.split(separator: " ").first.map(String.init) ?? what
      let sequence =
        noun == "string"
        ? "string indices must be integers, not '\(typeName(index))'"
        : "\(noun) indices must be integers or slices, not \(typeName(index))"
      throw error("TypeError", sequence)
    }
    let place = number < 0 ? number + count : number
    guard (0..<count).contains(place) else {
      throw error("IndexError", "\(what) index out of range")
    }
    return place
  }

  /// The items of both, counted against the program's memory.
  package func joined(_ a: [Value], _ b: [Value]) throws(PyError) -> [Value] {
    try spend(items: a.count + b.count, growingTo: a.count + b.count)
    return a + b
  }

  func repeated(_ items: [Value], _ count: Int) throws(PyError) -> [Value] {
    guard count > 0, !items.isEmpty else { return [] }
    let (total, overflows) = items.count.multipliedReportingOverflow(by: count)
    guard !overflows, total <= Machine.mostItems else {
      try spend(memory: .max)
      return []
    }
    try spend(items: total, growingTo: total)
    return Array([[Value]](repeating: items, count: count).joined())
  }

  /// Sequences in the order of their first difference.
  package func compare(
    _ a: [Value], _ b: [Value], _ operation: Operation
  ) throws(PyError) -> Bool {
    for (x, y) in zip(a, b) where try !isSame(x, y) {
      return try isTrue(binary(operation, x, y))
    }
    switch operation {
    case .less: return a.count < b.count
    case .lessOrEqual: return a.count <= b.count
    case .greater: return a.count > b.count
    default: return a.count >= b.count
    }
  }

  func contains(_ container: Value, _ value: Value) throws(PyError) -> Bool {
    switch container {
    case .string(let text):
      guard case .string(let part) = value else {
        throw error(
          "TypeError", "'in <string>' requires string as left operand, not \(typeName(value))")
      }
      return part.isEmpty || text.utf8.contains(part.utf8)
    case .object(let object):
      if let found = try object.contains(value, self) { return found }
      let iterator = try iterator(container)
      while let item = try iterator.next(self) {
        try step()
        if try isSame(item, value) { return true }
      }
      return false
    default: throw error("TypeError", "argument of type '\(typeName(container))' is not iterable")
    }
  }

  /// A string that a special method gave.
  func text(_ value: Value, _ method: String) throws(PyError) -> String {
    guard case .string(let text) = value else {
      throw error("TypeError", "\(method) returned non-string (type \(typeName(value)))")
    }
    return text
  }
}
