extension NumericArray {
  /// Each line of real numbers along an axis changed, as a new array of the same shape.
  package func lines(
    along axis: Int, _ change: ([Double]) -> [Double]
  ) throws(ArrayError) -> NumericArray {
    try alongLast(axis, dtype: dtype) { (line: inout [Double]) in
      line = change(line)
    } integers: { _ in
    }
  }
}
