extension NumericArray {
  /// The same elements in memory of their own, row-major; a chain over bytes stays a chain.
  package func copy() throws(ArrayError) -> NumericArray { try astype(dtype) }

  /// The elements as another dtype; of a large array of bytes, a chain that takes no memory.
  package func astype(
    _ target: DType, watch: FloatWatch? = nil
  ) throws(ArrayError) -> NumericArray {
    try mapped(
      compute: dtype, result: target, check: castCheck(to: target, watch), real: { $0 },
      integer: dtype.isFloating ? nil : { $0 })
  }

  /// Writes another array's elements, broadcast and cast, into this one.
  package func assign(_ source: NumericArray, watch: FloatWatch? = nil) throws(ArrayError) {
    let from = source.sharesStorage(with: self) ? try source.copy() : source
    let trimmed = from.droppingLeadingOnes(to: ndim)
    let values = try trimmed.broadcast(to: shape)
    _ = try values.mapped(
      compute: values.dtype, result: dtype, into: self,
      check: values.castCheck(to: dtype, watch), real: { $0 },
      integer: values.dtype.isFloating ? nil : { $0 })
  }

  /// The look at what a change of dtype does; nil where it can't do wrong.
  private func castCheck(to target: DType, _ watch: FloatWatch?) -> ResultCheck? {
    let isNarrower = dtype.isFloating && target != dtype && target != .float64
    return isNarrower ? ResultCheck(watch, "cast", result: target) : nil
  }

  /// Without axes of extent 1 before the others, as assignment allows.
  private func droppingLeadingOnes(to rank: Int) -> NumericArray {
    var surplus = 0
    while ndim - surplus > rank, shape[surplus] == 1 { surplus += 1 }
    return view(shape: Array(shape[surplus...]), strides: Array(strides[surplus...]))
  }

  /// Writes one number everywhere.
  package func fill(_ value: ScalarValue) throws(ArrayError) {
    try assign(NumericArray(scalar: value))
  }

  /// The same elements, row-major; the array itself when it already is.
  func contiguous() throws(ArrayError) -> NumericArray { isContiguous ? self : try copy() }
}
