internal import PythonRuntime
internal import NumPy
internal import Arrays

extension NumPyObject {
  func operated(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    guard let symbol = Self.symbols[operation], let second = try operand(other, machine) else {
      return nil
    }
    if case .dtype(let dtype) = value { return Self.compare(dtype, operation, second) }
    if case .word(let text) = value { return try texts(operation, text, other, reflected, machine) }
    if case .generator = value { return nil }
    let turned = reflected ? Self.mirrored[operation] ?? symbol : symbol
    let (a, b) = reflected && Self.mirrored[operation] == nil ? (second, value) : (value, second)
    let result = try machine.raising(session) { () throws(ArrayError) in
      try session.binary(turned, a, b)
    }
    return Value(result, session)
  }

  func changed(
    _ operation: Operation, _ other: Value, _ machine: Machine
  ) throws(PyError) -> Value? {
    guard case .array = value, let symbol = Self.symbols[operation],
      let second = try operand(other, machine)
    else { return nil }
    let result = try machine.raising(session) { () throws(ArrayError) in
      try session.inPlace(symbol, value, second)
    }
    if case .array = result { return .object(self) }
    return Value(result, session)
  }

  func negated(_ symbol: String, _ machine: Machine) throws(PyError) -> Value? {
    guard array != nil else { return nil }
    return Value(
      try machine.raising(session) { () throws(ArrayError) in try session.unary(symbol, value) },
      session)
  }

  /// Whether two values are the same: of scalars and words; arrays have no single answer.
  func equals(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? {
    if case .word(let text) = value {
      if case .string(let right) = other { return text == right }
      guard case .word(let right)? = other.asObject(NumPyObject.self)?.value else { return nil }
      return text == right
    }
    guard let result = try operated(.equal, other, reflected: false, machine) else { return nil }
    return try machine.isTrue(result)
  }

  /// What an operator can be applied to; nil where Python would try the other operand's method.
  private func operand(_ other: Value, _ machine: Machine) throws(PyError) -> NumPyValue? {
    switch other {
    case .bool, .int, .float, .string, .none, .big: return try NumPyValue(other, machine)
    case .object(let object):
      if let tensor = object as? any ArrayConvertible, tensor.takesOperations { return nil }
      let isKnown =
        object is NumPyObject || object is ListObject || object is TupleObject
        || object is TypeObject || object is any ArrayConvertible
      return isKnown ? try NumPyValue(other, machine) : nil
    case .unset: return nil
    }
  }

  private static func compare(
    _ dtype: DType, _ operation: Operation, _ other: NumPyValue
  ) -> Value? {
    let same: Bool
    switch other {
    case .dtype(let second), .type(let second): same = dtype == second
    case .string(let name): same = dtype.rawValue == name
    default: same = false
    }
    switch operation {
    case .equal: return .bool(same)
    case .notEqual: return .bool(!same)
    default: return nil
    }
  }

  private func texts(
    _ operation: Operation, _ text: String, _ other: Value, _ reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    let plain = other.asObject(NumPyObject.self).flatMap { object -> Value? in
      if case .word(let word) = object.value { .string(word) } else { nil }
    }
    let (own, second) = (Value.string(text), plain ?? other)
    if operation == .equal { return .bool(try machine.isEqual(own, second)) }
    if operation == .notEqual { return .bool(try !machine.isEqual(own, second)) }
    return reflected
      ? try machine.binary(operation, second, own) : try machine.binary(operation, own, second)
  }

  private static let symbols: [Operation: String] = [
    .add: "+", .subtract: "-", .multiply: "*", .matrixMultiply: "@", .divide: "/",
    .floorDivide: "//", .remainder: "%", .power: "**", .shiftLeft: "<<", .shiftRight: ">>",
    .bitOr: "|", .bitXor: "^", .bitAnd: "&", .less: "<", .lessOrEqual: "<=", .greater: ">",
    .greaterOrEqual: ">=", .equal: "==", .notEqual: "!=",
  ]
  /// Comparisons seen from the other side; other operators swap their operands.
  private static let mirrored: [Operation: String] = [
    .less: ">", .lessOrEqual: ">=", .greater: "<", .greaterOrEqual: "<=", .equal: "==",
    .notEqual: "!=",
  ]
}
