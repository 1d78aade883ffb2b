extension NumericArray {
  /// Where two arrays are equal but for rounding: `|a - b| <= absolute + relative * |b|`.
  package static func isClose(
    _ a: Operand, _ b: Operand, relative: Double = 1e-5, absolute: Double = 1e-8,
    equalNaN: Bool = false
  ) throws(ArrayError) -> NumericArray {
    let close = BinaryFunction("isclose", .comparison, nil) { x, y in
      if x.isNaN || y.isNaN { return equalNaN && x.isNaN && y.isNaN ? 1 : 0 }
      if !x.isFinite || !y.isFinite { return x == y ? 1 : 0 }
      return (x - y).magnitude <= absolute + relative * y.magnitude ? 1 : 0
    }
    return try close(a, b)
  }

  /// Whether shapes and all elements are equal.
  package static func areEqual(_ a: NumericArray, _ b: NumericArray) throws(ArrayError) -> Bool {
    guard a.shape == b.shape else { return false }
    return try Reduction.all(BinaryFunction.equal(.array(a), .array(b))).truth()
  }
}
