internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays

/// A tensor with numbers, as TensorFlow's functions and models give it: an array that prints as a
/// tensor, and whose operations give tensors.
final class EagerTensor: HostObject, ArrayConvertible {
  let array: NumericArray
  private let remembered: (() -> NumericArray?)?

  /// - Parameter logits: makes what went into the softmax or sigmoid that gave the tensor.
  init(_ array: NumericArray, logits: (() -> NumericArray?)? = nil) {
    (self.array, remembered) = (array, logits)
  }

  /// What Keras' cross-entropies take in place of the tensor; nil where it remembers nothing.
  func logits() -> NumericArray? { remembered?() }

  /// The same numbers with nothing remembered, as TensorFlow's own functions give them.
  var forgetful: EagerTensor { EagerTensor(array) }

  override var hostType: TypeObject { EagerTypes.eager }
  override var typeName: String { EagerTypes.eager.qualifiedName }
  var takesOperations: Bool { true }
  func asArray(_ machine: Machine) throws(PyError) -> NumericArray { array }

  /// The tensor's numbers as NumPy's array, or its scalar.
  func numPy(_ machine: Machine) -> Value { KerasTensors.value(array, machine) }

  /// As `tensorflow.python.framework.ops.numpy_text` writes it.
  override func repr(_ machine: Machine) throws(PyError) -> String {
    let number = array.ndim == 0 ? try plain(machine) : numPy(machine)
    return
      "<tf.Tensor: shape=\(shape.text), dtype=\(array.dtype.rawValue), numpy=\(lines(try machine.repr(number)))>"
  }

  override func str(_ machine: Machine) throws(PyError) -> String {
    let text = lines(try machine.str(numPy(machine)))
    return "tf.Tensor(\(text), shape=\(shape.text), dtype=\(array.dtype.rawValue))"
  }

  private func lines(_ text: String) -> String { text.contains("\n") ? "\n\(text)" : text }

  override func format(_ spec: String, _ machine: Machine) throws(PyError) -> String? {
    try machine.format(numPy(machine), spec)
  }

  /// The only number, as Python has it.
  private func plain(_ machine: Machine) throws(PyError) -> Value { numPy(machine).plain }

  override var hasAxes: Bool { array.ndim > 0 }

  override var plainNumber: Value? {
    guard array.ndim == 0, let number = try? array.item() else { return nil }
    switch number {
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .real(let value): return .float(value)
    }
  }

  override func isTrue(_ machine: Machine) throws(PyError) -> Bool {
    try machine.raising { () throws(ArrayError) in try array.truth() }
  }

  var shape: TensorShapeObject { TensorShapeObject(array.shape) }

  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    switch name {
    case "shape": .object(shape)
    case "dtype": .object(TensorTypeObject(array.dtype))
    case "ndim": .int(array.ndim)
    case "device": .string("/job:localhost/replica:0/task:0/device:CPU:0")
    default: nil
    }
  }

  override func attribute(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    if let found = try super.attribute(name, machine) { return found }
    if ["__int__", "__float__"].contains(name) {
      return try machine.attribute(numPy(machine), name)
    }
    guard Self.numPyOnly.contains(name) else { return nil }
    throw machine.error(
      "AttributeError",
      "EagerTensor object has no attribute '\(name)'. \n"
        + "        If you are looking for numpy-related methods, please run the following:\n"
        + "        tf.experimental.numpy.experimental_enable_numpy_behavior()\n      ")
  }

  /// What TensorFlow explains instead of only missing it.
  private static let numPyOnly: Set<String> = [
    "T", "astype", "ravel", "transpose", "reshape", "clip", "size", "tolist", "data",
  ]

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    let whole = Value(.array(array), NumPyLibrary.session(of: machine))
    return EagerTensor.value(try machine.item(whole, index))
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
    return TensorIterator(self, count)
  }

  override func hashNumber(_ machine: Machine) throws(PyError) -> Int? {
    throw machine.error(
      "TypeError", "Tensor is unhashable. Instead, use tensor.ref() as the key.")
  }

  override func unary(_ symbol: String, _ machine: Machine) throws(PyError) -> Value? {
    guard let numbers: NumPyObject = numPy(machine).asObject(),
      let result = try numbers.unary(symbol, machine)
    else { return nil }
    return EagerTensor.value(result)
  }

  override func isEqual(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? {
    guard let result = try binary(.equal, other, reflected: false, machine) else { return nil }
    return try machine.isTrue(result)
  }

  override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    guard let second = try TensorOperand(self, operation).value(other, machine) else { return nil }
    let own = numPy(machine)
    let result =
      reflected
      ? try machine.binary(operation, second, own) : try machine.binary(operation, own, second)
    return EagerTensor.value(result)
  }
}

extension EagerTensor {
  /// An array of a program as a tensor, in lists and tuples too; anything else as it is.
  ///
  /// NumPy's results are nested a few levels at most; what lies deeper stays as it is.
  static func value(_ value: Value, depth: Int = 0) -> Value {
    guard case .object(let object) = value, depth < 64 else { return value }
    switch object {
    case let numbers as NumPyObject:
      return numbers.array.map { .object(EagerTensor($0)) } ?? value
    case let list as ListObject:
      return .object(ListObject(list.items.map { self.value($0, depth: depth + 1) }))
    case let tuple as TupleObject where !(tuple is TensorShapeObject):
      return .object(TupleObject(tuple.items.map { self.value($0, depth: depth + 1) }))
    default: return value
    }
  }
}

/// Gives the rows of a tensor one by one.
private final class TensorIterator: IteratorObject {
  private let tensor: EagerTensor
  private let count: Int
  private var index = 0

  init(_ tensor: EagerTensor, _ count: Int) { (self.tensor, self.count) = (tensor, count) }

  override func next(_ machine: Machine) throws(PyError) -> Value? {
    guard index < count else { return nil }
    defer { index += 1 }
    return try tensor.item(.int(index), machine)
  }
}
