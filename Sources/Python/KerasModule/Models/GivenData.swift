internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// What calls of a model were given for data. Keras takes arrays, and lists, tuples and dictionaries of arrays; a list
/// of numbers is none.
struct GivenData {
  private let machine: Machine

  init(_ machine: Machine) { self.machine = machine }

  /// Refuses what `fit`, `evaluate` and `predict` don't take, in Keras' words.
  func check(_ x: Value, _ y: Value? = nil, weights: Value? = nil) throws(PyError) {
    let leaves = try leaves(of: [x, y ?? .none, weights ?? .none])
    if leaves.contains(where: isPlain) {
      throw machine.error(
        "ValueError",
        "Unrecognized data type: x=\(try machine.str(x)) (of type \(machine.type(of: x).repr(machine)))"
      )
    }
    let arrays = leaves.filter { if case .none = $0 { false } else { true } }
    if arrays.isEmpty { throw machine.error("KeyError", "pop from an empty set") }
    for leaf in arrays {
      guard let array = leaf.asObject(NumPyObject.self)?.array else { continue }
      if array.ndim == 0 { throw machine.error("IndexError", "tuple index out of range") }
    }
  }

  /// Refuses the lists of numbers that the methods for single batches don't take, in Keras' words.
  func checkBatch(_ x: Value, _ y: Value? = nil) throws(PyError) {
    if let leaf = try leaves(of: [x]).first(where: isPlain) {
      throw machine.error(
        "ValueError",
        "Only input tensors may be passed as positional arguments. The following argument value should be passed as a keyword argument: \(try machine.repr(leaf)) (of type \(machine.type(of: leaf).repr(machine)))"
      )
    }
    if let y, try leaves(of: [y]).contains(where: isPlain) {
      throw machine.error(
        "ValueError",
        "y_true and y_pred have different structures.\ny_true: \(try form(of: y))\ny_pred: *\n")
    }
  }

  /// What stands in lists, tuples and dictionaries, however deep, and the values that are none of them.
  private func leaves(of values: [Value]) throws(PyError) -> [Value] {
    var all: [Value] = []
    for value in values {
      guard let items = Self.items(value) else {
        all.append(value)
        continue
      }
      all += try machine.nesting("") { () throws(PyError) -> [Value] in try leaves(of: items) }
    }
    return all
  }

  private static func items(_ value: Value) -> [Value]? {
    switch value {
    case .object(let list as ListObject): list.items
    case .object(let tuple as TupleObject): tuple.items
    case .object(let dict as DictObject): dict.pairs.map(\.value)
    default: nil
    }
  }

  /// A nest of lists as Keras shows it.
  private func form(of value: Value) throws(PyError) -> String {
    guard let items = Self.items(value), value.asObject(DictObject.self) == nil else {
      return Self.items(value) == nil ? "*" : "{…}"
    }
    let parts = try machine.nesting("") { () throws(PyError) -> [String] in
      var parts: [String] = []
      for item in items {
        let part = try form(of: item)
        parts.append(part == "*" ? "'*'" : part)
      }
      return parts
    }
    return "[\(parts.joined(separator: ", "))]"
  }

  /// Whether a value is a number, a text or another of Python's own, of which Keras makes no array.
  private func isPlain(_ value: Value) -> Bool {
    switch value {
    case .none, .unset: false
    case .object(let object):
      object is HostObject == false && object is InstanceObject == false
        && machine.typeName(value) != "generator"
    default: true
    }
  }

  /// The one array of a list or a tuple of one; the value itself elsewhere.
  static func single(_ value: Value) -> Value {
    guard value.asObject(DictObject.self) == nil, let items = items(value), items.count == 1,
      items[0].asObject(HostObject.self) != nil
    else { return value }
    return items[0]
  }

  /// How many arrays a list or a tuple has that is nothing but arrays; nil for other values.
  static func arrayCount(_ value: Value) -> Int? {
    guard value.asObject(DictObject.self) == nil, let items = items(value), !items.isEmpty,
      items.allSatisfy({ $0.asObject(HostObject.self) != nil })
    else { return nil }
    return items.count
  }
}
