extension NumericArray {
  /// The solution `x` of `self @ x = other`, by elimination with partial pivoting.
  package func solved(for other: NumericArray) throws(ArrayError) -> NumericArray {
    try checkSquare()
    let count = shape[0]
    let columns = other.ndim == 1 ? try other.expanded([1]) : other
    guard columns.ndim == 2, columns.shape[0] == count else {
      throw .value(
        "solve: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
          + "(m,m),(m,n)->(m,n) (size \(columns.shape.first ?? 0) is different from \(count))")
    }
    try ArrayLimit.checkProducts([count, count, count + columns.shape[1]])
    var elimination = Elimination(reals(), count, columns.reals(), columns.shape[1])
    guard elimination.run() != 0 else { throw ArrayError(.linAlgError, "Singular matrix") }
    let dtype: DType = dtype == .float32 && other.dtype == .float32 ? .float32 : .float64
    let solution = try NumericArray(reals: elimination.right, shape: columns.shape, dtype: dtype)
    return other.ndim == 1 ? try solution.squeezed([1]) : solution
  }

  /// The inverse of a square matrix.
  package func inverse() throws(ArrayError) -> NumericArray {
    try checkSquare()
    return try solved(for: .eye(shape[0], dtype: dtype == .float32 ? .float32 : .float64))
  }

  /// The determinant of a square matrix.
  package func determinant() throws(ArrayError) -> NumericArray {
    try checkSquare()
    try ArrayLimit.checkProducts([shape[0], shape[0], shape[0]])
    var elimination = Elimination(reals(), shape[0], [], 0)
    let value = elimination.run()
    return NumericArray(scalar: .real(value), dtype: dtype == .float32 ? .float32 : .float64)
  }

  private func checkSquare() throws(ArrayError) {
    guard ndim == 2 else {
      throw ArrayError(
        .linAlgError,
        "\(ndim)-dimensional array given. Array must be at least two-dimensional")
    }
    guard shape[0] == shape[1] else {
      throw ArrayError(.linAlgError, "Last 2 dimensions of the array must be square")
    }
  }
}
