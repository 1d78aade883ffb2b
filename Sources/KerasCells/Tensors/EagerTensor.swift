internal import ArrayCells
internal import Cells
internal import NumPyModule
internal import NumericArrays

/// TensorFlow's tensor with numbers in it: what its functions, losses and called models give.
///
/// It prints as TensorFlow's does and computes as NumPy's arrays do, but for the dtypes of operators:
/// both operands must have the same.
final class EagerTensor: HostObject, ArrayConvertible {
  let array: NumericArray
  let session: NumPySession

  init(_ array: NumericArray, _ session: NumPySession) {
    (self.array, self.session) = (array, session)
  }

  /// A value as the tensor of it; Python's numbers are of 32 bits.
  static func value(_ array: NumericArray, _ machine: Machine) -> Value {
    .object(EagerTensor(array, NumPyCells.session(of: machine)))
  }

  override var hostType: TypeObject { Self.tensorType }
  override var typeName: String { "EagerTensor" }
  func asArray(_ machine: Machine) -> NumericArray { array }
  var takesOver: Bool { true }

  private var head: String {
    "shape=\(TensorShape(array.shape).text), dtype=\(array.dtype.rawValue)"
  }

  /// The array, or the scalar where there are no axes.
  private var numbers: Value { Value(.result(array), session) }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    let text =
      array.ndim == 0
      ? try machine.repr(numbers.plain) : try machine.repr(Value(.array(array), session))
    return "<tf.Tensor: \(head), numpy=\(text.contains("\n") ? "\n" : "")\(text)>"
  }

  override func str(_ machine: Machine) throws(PyError) -> String {
    let text = try machine.str(numbers)
    return "tf.Tensor(\(text.contains("\n") ? "\n" : "")\(text), \(head))"
  }

  override var plainNumber: Value? { array.ndim == 0 ? numbers.plain : nil }

  override func isTrue(_ machine: Machine) throws(PyError) -> Bool {
    try machine.raising { () throws(ArrayError) in try array.truth() }
  }

  override func format(_ spec: String, _ machine: Machine) throws(PyError) -> String? {
    array.ndim == 0 ? try machine.format(numbers, spec) : nil
  }

  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    switch name {
    case "shape": return .object(TensorShape(array.shape))
    case "dtype": return .object(TensorType(array.dtype))
    case "ndim": return .int(array.ndim)
    case "device": return .string("/job:localhost/replica:0/task:0/device:CPU:0")
    default: return nil
    }
  }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    let place = try NumPyValue(index, machine)
    let found = try machine.raising { () throws(ArrayError) -> NumericArray in
      try session.item(of: array, at: place).asArray()
    }
    return .object(EagerTensor(found, session))
  }

  override func length(_ machine: Machine) throws(PyError) -> Int? {
    guard let count = array.shape.first else {
      throw machine.error("TypeError", "Scalar tensor has no `len()`")
    }
    return count
  }

  override func iterator(_ machine: Machine) throws(PyError) -> IteratorObject? {
    guard let count = array.shape.first else {
      throw machine.error("TypeError", "Cannot iterate over a scalar tensor.")
    }
    var index = 0
    return TensorIterator { [self] machine throws(PyError) in
      guard index < count else { return nil }
      defer { index += 1 }
      return try item(.int(index), machine)
    }
  }

  override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? { try operated(operation, other, reflected: reflected, machine) }

  override func unary(_ symbol: String, _ machine: Machine) throws(PyError) -> Value? {
    try changed(symbol, machine)
  }

  override func isEqual(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? {
    guard let same = try operated(.equal, other, reflected: false, machine) else { return nil }
    return try machine.isTrue(same)
  }

  override func hashNumber(_ machine: Machine) throws(PyError) -> Int? {
    throw machine.error(
      "TypeError", "Tensor is unhashable. Instead, use tensor.ref() as the key.")
  }

  nonisolated(unsafe) static let tensorType = TypeObject(
    "EagerTensor", module: "tensorflow.python.framework.ops",
    properties: ["shape", "dtype", "ndim", "device"],
    methods: [
      .method("numpy") { (tensor: EagerTensor, _) throws(PyError) in tensor.numbers },
      .method("get_shape") { (tensor: EagerTensor, _) throws(PyError) in
        .object(TensorShape(tensor.array.shape))
      },
    ])
}

/// An iterator made of a closure.
final class TensorIterator: IteratorObject {
  private let body: (Machine) throws(PyError) -> Value?
  init(_ body: @escaping (Machine) throws(PyError) -> Value?) { self.body = body }
  override func next(_ machine: Machine) throws(PyError) -> Value? { try body(machine) }
}
