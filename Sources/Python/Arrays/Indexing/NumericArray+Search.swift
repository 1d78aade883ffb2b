extension NumericArray {
  /// The indices of the elements that are not zero, one array for each axis.
  package func nonzero() throws(ArrayError) -> [NumericArray] {
    var found: [[Int]] = shape.map { _ in [] }
    var index = [Int](repeating: 0, count: ndim)
    for value in reals() {
      if value != 0 {
        for axis in 0..<ndim { found[axis].append(index[axis]) }
      }
      var axis = ndim - 1
      while axis >= 0 {
        index[axis] += 1
        if index[axis] < shape[axis] { break }
        index[axis] = 0
        axis -= 1
      }
    }
    var arrays: [NumericArray] = []
    for places in found { arrays.append(try NumericArray(integers: places)) }
    return arrays
  }

  /// The indices of the elements that are not zero, a row for each.
  package func argwhere() throws(ArrayError) -> NumericArray {
    let found = try nonzero()
    guard !found.isEmpty else {
      return try NumericArray(zeros: [try truth() ? 1 : 0, 0], dtype: .int64)
    }
    return try Self.stack(found, axis: 1)
  }

  /// How many elements are not zero.
  package func countNonzero(axes: [Int]? = nil, keepsAxes: Bool = false) throws(ArrayError)
    -> NumericArray
  {
    let marks = try mapped(
      compute: dtype, result: .bool, real: { $0 != 0 ? 1 : 0 },
      integer: dtype.isFloating ? nil : { $0 != 0 ? 1 : 0 })
    return try marks.sum(axes: axes, keepsAxes: keepsAxes)
  }
}
