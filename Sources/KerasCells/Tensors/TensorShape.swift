internal import ArrayCells
internal import Cells
internal import NumericArrays

/// `tf.TensorShape` of a tensor with numbers.
final class TensorShape: HostObject, ArrayConvertible {
  private let extents: [Int]
  init(_ extents: [Int]) { self.extents = extents }

  var takesOver: Bool { false }
  private var tuple: TupleObject { TupleObject(extents.map { .int($0) }) }

  /// As Python's tuple.
  var text: String {
    "(" + extents.map(String.init).joined(separator: ", ") + (extents.count == 1 ? ",)" : ")")
  }

  override var hostType: TypeObject { Self.shapeType }
  override func str(_ machine: Machine) -> String { text }
  override func repr(_ machine: Machine) -> String {
    "TensorShape([\(extents.map(String.init).joined(separator: ", "))])"
  }

  func asArray(_ machine: Machine) throws(PyError) -> NumericArray {
    try machine.raising { () throws(ArrayError) in try NumericArray(integers: extents) }
  }

  override func isTrue(_ machine: Machine) -> Bool { true }
  override func length(_ machine: Machine) -> Int? { extents.count }
  override func iterator(_ machine: Machine) -> IteratorObject? { tuple.iterator(machine) }
  override func hashNumber(_ machine: Machine) -> Int? { extents.hashValue }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    let found = try tuple.item(index, machine)
    guard let part: TupleObject = found.asObject() else { return found }
    return .object(TensorShape(part.items.compactMap(\.smallInt)))
  }

  override func isEqual(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? {
    if let shape: TensorShape = other.asObject() { return shape.extents == extents }
    if let list: ListObject = other.asObject() {
      return try tuple.isEqual(.object(TupleObject(list.items)), machine)
    }
    return try tuple.isEqual(other, machine)
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "rank", "ndims": .int(extents.count)
    default: nil
    }
  }

  nonisolated(unsafe) private static let shapeType = TypeObject(
    "TensorShape", module: "tensorflow.python.framework.tensor_shape",
    properties: ["rank", "ndims"],
    methods: [
      .method("as_list") { (shape: TensorShape, _) throws(PyError) in
        .object(ListObject(shape.extents.map { .int($0) }))
      },
      .method("num_elements") { (shape: TensorShape, _) throws(PyError) in
        .int(shape.extents.reduce(1, *))
      },
    ])
}
