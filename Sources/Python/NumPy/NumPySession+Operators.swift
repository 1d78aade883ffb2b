package import Arrays

extension NumPySession {
  /// `a + b` and its like; at least one operand is an array or a NumPy scalar.
  ///
  /// - Parameter symbol: Python's, such as `//` or `<=`.
  package func binary(
    _ symbol: String, _ a: NumPyValue, _ b: NumPyValue
  ) throws(ArrayError) -> NumPyValue {
    if let result = try compareTexts(symbol, a, b) { return result }
    if symbol == "**", let power = try shortPower(a, b) { return .result(power) }
    if symbol == "@" { return .result(try product("matmul", a.asArray(), b.asArray())) }
    let function = try Self.function(symbol)
    let (left, right) = (try a.operand(), try b.operand())
    let isScalar = a.isScalar && b.isScalar
    let result = try watching(isScalar ? "scalar \(function.name)" : function.name) {
      (watch) throws(ArrayError) in try function(left, right, watch: watch)
    }
    if isScalar { try noteOverflow(function.name, left, right, result) }
    return .result(result)
  }

  /// `a += b` and its like: changes an array in place, makes a new value of a scalar.
  package func inPlace(
    _ symbol: String, _ a: NumPyValue, _ b: NumPyValue
  ) throws(ArrayError) -> NumPyValue {
    guard case .array(let array) = a, symbol != "@" else { return try binary(symbol, a, b) }
    let (function, other) = (try Self.function(symbol), try b.operand())
    try watching(function.name) { (watch) throws(ArrayError) in
      try function.assign(array, other, watch: watch)
    }
    return a
  }

  /// `-a`, `+a`, `~a` or `abs(a)`, whose symbol is `abs`.
  package func unary(_ symbol: String, _ a: NumPyValue) throws(ArrayError) -> NumPyValue {
    let array = try a.asArray()
    switch symbol {
    case "-":
      let result = try UnaryFunction.negative(array)
      if a.isScalar {
        try noteOverflow(
          "subtract", .python(.int(0)), .array(array), result, called: "negative")
      }
      return .result(result)
    case "~": return .result(try array.inverted())
    case "abs": return .result(try UnaryFunction.absolute(array))
    default: return .result(try array.copy())
    }
  }

  /// Powers that NumPy computes by another function: `x ** 2` and `x ** 0.5`.
  private func shortPower(
    _ a: NumPyValue, _ b: NumPyValue
  ) throws(ArrayError) -> NumericArray? {
    guard case .array(let array) = a, let exponent = b.number else { return nil }
    switch exponent {
    case .int(2):
      return try apply(.square, array.dtype == .bool ? array.astype(.int8) : array)
    case .int(-1) where array.dtype.isFloating:
      return try apply(.reciprocal, array)
    case .real(0.5):
      return try apply(.sqrt, array.dtype.isFloating ? array : array.astype(.float64))
    default: return nil
    }
  }

  /// A function of each element, with what goes wrong noted.
  func apply(_ function: UnaryFunction, _ array: NumericArray) throws(ArrayError) -> NumericArray {
    try watching(function.name) { (watch) throws(ArrayError) in try function(array, watch: watch) }
  }

  /// A product of matrices, with what went wrong noted.
  func product(
    _ name: String, _ a: NumericArray, _ b: NumericArray
  ) throws(ArrayError) -> NumericArray {
    let result = try name == "matmul" ? a.matmul(b) : a.dot(b)
    let isPlain = a.ndim == 0 || b.ndim == 0
    return try noting(isPlain ? "multiply" : name, result, of: [a, b])
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
