internal import PythonRuntime

/// `TensorShape`: the extents of a tensor, which print as a tuple.
final class TensorShapeObject: TupleObject {
  init(_ extents: [Int]) { super.init(extents.map { .int($0) }) }

  override var typeName: String { "TensorShape" }
  override var type: TypeObject { EagerTypes.shape }

  /// As a tuple is written.
  var text: String {
    let parts = items.map { $0.smallInt.map(String.init) ?? "None" }
    return parts.count == 1 ? "(\(parts[0]),)" : "(\(parts.joined(separator: ", ")))"
  }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    "TensorShape(\(try machine.repr(.object(ListObject(items)))))"
  }
  override func str(_ machine: Machine) throws(PyError) -> String { text }

  override func isEqual(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? {
    if let list: ListObject = other.asObject() {
      return try super.isEqual(.object(TupleObject(list.items)), machine)
    }
    return try super.isEqual(other, machine)
  }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    let found = try super.item(index, machine)
    guard let part: TupleObject = found.asObject() else { return found }
    return .object(TensorShapeObject(part.items.compactMap(\.smallInt)))
  }

  override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    guard operation == .add else { return nil }
    let second = try machine.array(other).compactMap(\.smallInt)
    let own = items.compactMap(\.smallInt)
    return .object(TensorShapeObject(reflected ? second + own : own + second))
  }

  override func attribute(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    switch name {
    case "rank", "ndims": .int(items.count)
    case "dims": .object(ListObject(items))
    case "as_list":
      .object(BuiltinFunction(name, "") { [self] _ in .object(ListObject(items)) })
    case "num_elements":
      .object(
        BuiltinFunction(name, "") { [self] _ in
          .int(items.compactMap(\.smallInt).reduce(1, *))
        })
    default: nil
    }
  }
}
