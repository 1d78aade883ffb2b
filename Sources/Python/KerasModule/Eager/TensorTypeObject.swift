internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays

/// `tf.float32` and its like: the type of a tensor's numbers.
final class TensorTypeObject: HostObject, DTypeConvertible {
  let dtype: DType
  init(_ dtype: DType) { self.dtype = dtype }

  override var hostType: TypeObject { EagerTypes.dtype }
  override func repr(_ machine: Machine) -> String { "tf.\(dtype.rawValue)" }
  override func str(_ machine: Machine) -> String { "<dtype: '\(dtype.rawValue)'>" }
  override func hashNumber(_ machine: Machine) -> Int? { dtype.rawValue.hashValue }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "name": .string(dtype.rawValue)
    case "as_numpy_dtype": .object(NumPyTypes.scalar(dtype))
    case "is_floating": .bool(dtype.isFloating)
    case "is_bool": .bool(dtype == .bool)
    case "is_integer": .bool(!dtype.isFloating && dtype != .bool)
    case "size": .int(dtype.size)
    default: nil
    }
  }

  override func isEqual(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? {
    switch other {
    case .string(let name): return name == dtype.rawValue
    case .object(let second as TensorTypeObject): return second.dtype == dtype
    case .object(let second as NumPyObject):
      guard case .dtype(let given) = second.value else { return false }
      return given == dtype
    case .object(let type as TypeObject): return type === NumPyTypes.scalar(dtype)
    default: return false
    }
  }

  override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    switch operation {
    case .equal: .bool(try isEqual(other, machine) ?? false)
    case .notEqual: .bool(try !(isEqual(other, machine) ?? false))
    default: nil
    }
  }
}
