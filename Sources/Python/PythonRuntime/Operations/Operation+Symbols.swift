internal import PythonSyntax

extension Operation {
  init(_ symbol: BinaryOperator) {
    switch symbol {
    case .add: self = .add
    case .subtract: self = .subtract
    case .multiply: self = .multiply
    case .matrixMultiply: self = .matrixMultiply
    case .divide: self = .divide
    case .floorDivide: self = .floorDivide
    case .remainder: self = .remainder
    case .power: self = .power
    case .shiftLeft: self = .shiftLeft
    case .shiftRight: self = .shiftRight
    case .bitOr: self = .bitOr
    case .bitXor: self = .bitXor
    case .bitAnd: self = .bitAnd
    }
  }
}

extension Machine {
  func compare(_ symbol: ComparisonOperator, _ a: Value, _ b: Value) throws(PyError) -> Value {
    switch symbol {
    case .equal:
      if let result = try richEqual(.equal, a, b) { return result }
      return .bool(try isEqual(a, b))
    case .notEqual:
      if let result = try richEqual(.notEqual, a, b) { return result }
      return .bool(try !isEqual(a, b))
    case .less: return try binary(.less, a, b)
    case .lessOrEqual: return try binary(.lessOrEqual, a, b)
    case .greater: return try binary(.greater, a, b)
    case .greaterOrEqual: return try binary(.greaterOrEqual, a, b)
    case .in: return .bool(try contains(b, a))
    case .notIn: return .bool(try !contains(b, a))
    case .is: return .bool(isIdentical(a, b))
    case .isNot: return .bool(!isIdentical(a, b))
    }
  }

  /// A comparison that gives more than true or false, as arrays do.
  private func richEqual(_ operation: Operation, _ a: Value, _ b: Value) throws(PyError) -> Value? {
    if case .object(let left) = a, !(left is InstanceObject),
      let result = try left.binary(operation, b, reflected: false, self)
    {
      return result
    }
    if case .object(let right) = b, !(right is InstanceObject) {
      return try right.binary(operation, a, reflected: true, self)
    }
    return nil
  }

  /// The pairs of a mapping.
  func mapping(
    _ value: Value, _ wanted: String? = nil
  ) throws(PyError) -> [(key: Value, value: Value)] {
    guard let dict: DictObject = value.asObject() else {
      throw error("TypeError", wanted ?? "'\(typeName(value))' object is not a mapping")
    }
    return dict.pairs
  }

  func checkKeywords(_ arguments: Arguments, _ name: String) throws(PyError) {
    var seen = Set<String>()
    for (keyword, _) in arguments.keywords where !seen.insert(keyword).inserted {
      throw error(
        "TypeError", "\(name)() got multiple values for keyword argument '\(keyword)'")
    }
  }
}
