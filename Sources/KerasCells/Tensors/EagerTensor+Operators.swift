internal import ArrayCells
internal import Cells
internal import NumPyModule
internal import NumericArrays

extension EagerTensor {
  private static let operations: [Operation: (symbol: String, name: String)] = [
    .add: ("+", "AddV2"), .subtract: ("-", "Sub"), .multiply: ("*", "Mul"),
    .divide: ("/", "RealDiv"), .floorDivide: ("//", "FloorDiv"), .remainder: ("%", "FloorMod"),
    .power: ("**", "Pow"), .matrixMultiply: ("@", "MatMul"), .less: ("<", "Less"),
    .lessOrEqual: ("<=", "LessEqual"), .greater: (">", "Greater"),
    .greaterOrEqual: (">=", "GreaterEqual"), .equal: ("==", "Equal"),
    .notEqual: ("!=", "NotEqual"), .bitAnd: ("&", "LogicalAnd"), .bitOr: ("|", "LogicalOr"),
  ]
  private static let mirrored: [Operation: String] = [
    .less: ">", .lessOrEqual: ">=", .greater: "<", .greaterOrEqual: "<=", .equal: "==",
    .notEqual: "!=",
  ]

  func operated(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    guard let (symbol, name) = Self.operations[operation],
      let second = try operand(other, name, isSecond: !reflected, machine)
    else { return nil }
    var (a, b) = (array, second)
    if operation == .divide, !array.dtype.isFloating {
      (a, b) = try machine.raising { () throws(ArrayError) in
        (try a.astype(.float64), try b.astype(.float64))
      }
    }
    let turned = reflected ? Self.mirrored[operation] : nil
    if reflected, turned == nil { swap(&a, &b) }
    let (left, right) = (a, b)
    let result = try machine.raising { () throws(ArrayError) in
      try session.binary(turned ?? symbol, .array(left), .array(right)).asArray()
    }
    return .object(EagerTensor(result, session))
  }

  func changed(_ symbol: String, _ machine: Machine) throws(PyError) -> Value? {
    let result = try machine.raising { () throws(ArrayError) -> NumericArray in
      symbol == "abs"
        ? try session.call("abs", [.array(array)]).asArray()
        : try session.unary(symbol, .array(array)).asArray()
    }
    return .object(EagerTensor(result, session))
  }

  /// The other operand with this tensor's dtype; nil where it is no number.
  private func operand(
    _ other: Value, _ name: String, isSecond: Bool, _ machine: Machine
  ) throws(PyError) -> NumericArray? {
    let given: NumericArray
    switch other {
    case .bool, .int, .float: given = try KerasTensors.array(other, machine)
    case .object(let object):
      guard
        object is NumPyObject || object is ListObject || object is TupleObject
          || object is any ArrayConvertible
      else { return nil }
      given = try KerasTensors.array(other, machine)
    default: return nil
    }
    if given.dtype == array.dtype { return given }
    let isTensor = other.asObject(EagerTensor.self) != nil
    let fits =
      !isTensor && given.dtype != .bool && array.dtype != .bool
      && (array.dtype.isFloating || !given.dtype.isFloating)
    guard fits else {
      let own = isTensor ? given.dtype : given.dtype.isFloating ? .float32 : given.dtype
      let (first, second) = isSecond ? (array.dtype, own) : (own, array.dtype)
      throw machine.error(
        "InvalidArgumentError",
        "cannot compute \(name) as input #1(zero-based) was expected to be a "
          + "\(first.tensorName) tensor but is a \(second.tensorName) tensor [Op:\(name)] name: ")
    }
    return try machine.raising { () throws(ArrayError) in try given.astype(array.dtype) }
  }
}

extension DType {
  /// The name that TensorFlow's messages have.
  fileprivate var tensorName: String {
    switch self {
    case .float32: "float"
    case .float64: "double"
    default: rawValue
    }
  }
}
