public import Arrays

extension NumPySession {
  /// `a + b` and its like; at least one operand is an array or a NumPy scalar.
  ///
  /// - Parameter symbol: Python's, such as `//` or `<=`.
  public func binary(
    _ symbol: String, _ a: NumPyValue, _ b: NumPyValue
  ) throws(ArrayError) -> NumPyValue {
    if let result = try compareTexts(symbol, a, b) { return result }
    if symbol == "**", let power = try Self.shortPower(a, b) { return .result(power) }
    if symbol == "@" { return .result(try a.asArray().matmul(b.asArray())) }
    return .result(try Self.function(symbol)(a.operand(), b.operand()))
  }

  /// `a += b` and its like: changes an array in place, makes a new value of a scalar.
  public func inPlace(
    _ symbol: String, _ a: NumPyValue, _ b: NumPyValue
  ) throws(ArrayError) -> NumPyValue {
    guard case .array(let array) = a, symbol != "@" else { return try binary(symbol, a, b) }
    try Self.function(symbol).assign(array, b.operand())
    return a
  }

  /// `-a`, `+a`, `~a` or `abs(a)`, whose symbol is `abs`.
  public func unary(_ symbol: String, _ a: NumPyValue) throws(ArrayError) -> NumPyValue {
    let array = try a.asArray()
    switch symbol {
    case "-": return .result(try UnaryFunction.negative(array))
    case "~": return .result(try array.inverted())
    case "abs": return .result(try UnaryFunction.absolute(array))
    default: return .result(try array.copy())
    }
  }

  /// Powers that NumPy computes by another function: `x ** 2` and `x ** 0.5`.
  private static func shortPower(
    _ a: NumPyValue, _ b: NumPyValue
  ) throws(ArrayError) -> NumericArray? {
    guard case .array(let array) = a, let exponent = b.number else { return nil }
    switch exponent {
    case .int(2):
      return try UnaryFunction.square(array.dtype == .bool ? array.astype(.int8) : array)
    case .real(0.5):
      return try UnaryFunction.sqrt(array.dtype.isFloating ? array : array.astype(.float64))
    default: return nil
    }
  }

  private static func function(_ symbol: String) throws(ArrayError) -> BinaryFunction {
    guard let name = names[symbol],
      let function = BinaryFunction.all.first(where: { $0.name == name })
    else { throw ArrayError(.typeError, "unsupported operand type(s) for \(symbol)") }
    return function
  }

  private static let names = [
    "+": "add", "-": "subtract", "*": "multiply", "/": "divide", "//": "floor_divide",
    "%": "remainder", "**": "power", "==": "equal", "!=": "not_equal", "<": "less",
    "<=": "less_equal", ">": "greater", ">=": "greater_equal", "&": "bitwise_and",
    "|": "bitwise_or", "^": "bitwise_xor", "<<": "left_shift", ">>": "right_shift",
  ]
}
