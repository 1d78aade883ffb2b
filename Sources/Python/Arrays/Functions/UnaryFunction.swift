/// An elementwise function of one array: what it gives for real numbers and for integers.
package struct UnaryFunction: Sendable {
  /// How the result's dtype follows from the operand's.
  enum Result: Sendable {
    /// The operand's.
    case same
    /// float64, or float32 where that holds the operand.
    case floating
    case bool
  }

  /// NumPy's name, which error messages use.
  package let name: String
  let result: Result
  /// Whether booleans are refused, as `numpy.negative` does.
  let refusesBool: Bool
  let real: @Sendable (Double) -> Double
  /// Nil where integers are computed as real numbers.
  let integer: (@Sendable (Int) -> Int)?

  init(
    _ name: String, _ result: Result, refusesBool: Bool = false,
    integer: (@Sendable (Int) -> Int)? = nil, real: @escaping @Sendable (Double) -> Double
  ) {
    (self.name, self.result, self.refusesBool) = (name, result, refusesBool)
    (self.integer, self.real) = (integer, real)
  }

  /// The dtype of the result.
  func dtype(for operand: DType) throws(ArrayError) -> DType {
    if refusesBool, operand == .bool { throw boolRefusal }
    switch result {
    case .bool: return .bool
    case .same: return operand
    case .floating:
      if operand.isFloating { return operand }
      if operand.size == 1 {
        throw ArrayError(
          .typeError,
          "numpy.\(name) of \(operand.rawValue) gives float16, which is not supported here: use "
            + ".astype('float32') first")
      }
      return operand.size == 2 ? .float32 : .float64
    }
  }

  private var boolRefusal: ArrayError {
    .type(
      "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or "
        + "the logical_not function instead.")
  }
}
