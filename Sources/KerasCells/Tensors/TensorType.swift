internal import ArrayCells
internal import Cells
internal import NumericArrays

/// `tensor.dtype`.
final class TensorType: HostObject {
  private let dtype: DType
  init(_ dtype: DType) { self.dtype = dtype }

  override var hostType: TypeObject { Self.dtypeType }
  override func repr(_ machine: Machine) -> String { "tf.\(dtype.rawValue)" }
  override func str(_ machine: Machine) -> String { "<dtype: '\(dtype.rawValue)'>" }
  override func hashNumber(_ machine: Machine) -> Int? { dtype.hashValue }

  override func isEqual(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? {
    if let type: TensorType = other.asObject() { return type.dtype == dtype }
    if case .string(let name) = other { return DType(named: name) == dtype }
    guard let type: TypeObject = other.asObject() else { return nil }
    return type === NumPyTypes.scalar(dtype)
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "name": .string(dtype.rawValue)
    case "is_floating": .bool(dtype.isFloating)
    case "is_integer": .bool(dtype.isInteger)
    case "as_numpy_dtype": .object(NumPyTypes.scalar(dtype))
    default: nil
    }
  }

  nonisolated(unsafe) private static let dtypeType = TypeObject(
    "DType", module: "tensorflow.python.framework.dtypes",
    properties: ["name", "is_floating", "is_integer", "as_numpy_dtype"])
}
