internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays

/// What stands beside a tensor in an operation: it becomes the tensor's own type, and other tensors
/// must have that type already.
struct TensorOperand {
  private let tensor: EagerTensor
  private let operation: Operation

  init(_ tensor: EagerTensor, _ operation: Operation) {
    (self.tensor, self.operation) = (tensor, operation)
  }

  /// The operand as NumPy takes it; nil where a tensor can't be combined with it.
  func value(_ other: Value, _ machine: Machine) throws(PyError) -> Value? {
    let dtype = tensor.array.dtype
    switch other {
    case .none, .unset:
      if [.equal, .notEqual].contains(operation) { return nil }
      throw machine.error(
        "ValueError",
        "Attempt to convert a value (None) with an unsupported type (<class 'NoneType'>) to a Tensor."
      )
    case .string: throw unfit(other, machine)
    case .float where !dtype.isFloating: throw unfit(other, machine)
    case .bool, .int, .big, .float: return other
    case .object(let object): return try self.value(of: object, other, machine)
    }
  }

  private func value(
    of object: Object, _ value: Value, _ machine: Machine
  ) throws(PyError) -> Value? {
    if let second = object as? EagerTensor {
      guard second.array.dtype == tensor.array.dtype else { throw mismatch(second, machine) }
      return second.numPy(machine)
    }
    let isKnown =
      object is NumPyObject || object is ListObject || object is TupleObject
      || object is any ArrayConvertible
    guard isKnown else { return nil }
    let array = try KerasTensors.array(value, machine)
    return KerasTensors.value(
      try machine.raising { () throws(ArrayError) in try array.astype(tensor.array.dtype) },
      machine)
  }

  private func unfit(_ other: Value, _ machine: Machine) -> PyError {
    let shown = (try? machine.repr(other)) ?? ""
    return machine.error(
      "TypeError",
      "Cannot convert \(shown) to EagerTensor of dtype \(tensor.array.dtype.rawValue)")
  }

  private func mismatch(_ second: EagerTensor, _ machine: Machine) -> PyError {
    let name = Self.names[operation] ?? "\(operation)"
    let (own, other) = (Self.word(tensor.array.dtype), Self.word(second.array.dtype))
    return machine.error(
      "InvalidArgumentError",
      "cannot compute \(name) as input #1(zero-based) was expected to be a \(own) tensor but is a \(other) tensor [Op:\(name)] name: "
    )
  }

  /// The type as TensorFlow's kernels name it.
  private static func word(_ dtype: DType) -> String {
    switch dtype {
    case .float32: "float"
    case .float64: "double"
    default: dtype.rawValue
    }
  }

  private static let names: [Operation: String] = [
    .add: "AddV2", .subtract: "Sub", .multiply: "Mul", .divide: "RealDiv",
    .floorDivide: "FloorDiv", .remainder: "FloorMod", .power: "Pow", .matrixMultiply: "MatMul",
    .less: "Less", .lessOrEqual: "LessEqual", .greater: "Greater",
    .greaterOrEqual: "GreaterEqual", .equal: "Equal", .notEqual: "NotEqual",
    .bitAnd: "LogicalAnd", .bitOr: "LogicalOr", .bitXor: "LogicalXor",
  ]
}
