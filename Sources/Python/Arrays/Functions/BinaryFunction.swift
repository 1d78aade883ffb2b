/// An elementwise function of two arrays, broadcast against each other.
package struct BinaryFunction: Sendable {
  /// How the dtypes of computation and result follow from the operands'.
  enum Rule: Sendable {
    /// The promoted dtype; booleans stay booleans.
    case arithmetic
    /// As arithmetic; booleans count as int8.
    case number
    /// float32 or float64.
    case division
    case comparison
    /// Booleans of the operands' truth.
    case logical
    /// Integers and booleans only.
    case bitwise
  }

  /// NumPy's name, which error messages use.
  package let name: String
  let rule: Rule
  let real: @Sendable (Double, Double) -> Double
  /// Nil where integers are computed as real numbers.
  let integer: (@Sendable (Int, Int) -> Int)?

  init(
    _ name: String, _ rule: Rule, _ integer: (@Sendable (Int, Int) -> Int)?,
    real: @escaping @Sendable (Double, Double) -> Double
  ) {
    (self.name, self.rule, self.real, self.integer) = (name, rule, real, integer)
  }

  /// The dtype of the computation and of the result.
  func dtypes(_ a: Operand, _ b: Operand) throws(ArrayError) -> (compute: DType, result: DType) {
    var compute = a.promoted(with: b)
    try checkKinds(compute)
    switch rule {
    case .division where !compute.isFloating:
      compute = .float64
    case .number where compute == .bool:
      compute = .int8
    default: break
    }
    if rule == .comparison || rule == .logical { return (compute, .bool) }
    for case .python(.int(let value)) in [a, b] { try compute.checkPython(value) }
    return (compute, compute)
  }

  private func checkKinds(_ compute: DType) throws(ArrayError) {
    if name == "subtract", compute == .bool {
      throw .type(
        "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` "
          + "operator, or the logical_xor function instead.")
    }
    if rule == .bitwise, compute.isFloating {
      throw .type(
        "ufunc '\(name)' not supported for the input types, and the inputs could not be safely "
          + "coerced to any supported types according to the casting rule ''safe''")
    }
  }
}
