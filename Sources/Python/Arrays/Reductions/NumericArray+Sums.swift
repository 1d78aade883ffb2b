internal import Memory

extension NumericArray {
  /// The dtype that sums and products of this one have: 64 bits for integers.
  static func accumulator(of dtype: DType) -> DType {
    dtype.isFloating ? dtype : dtype.isUnsigned ? .uint64 : .int64
  }

  /// The sum over axes, all when nil.
  package func sum(
    axes: [Int]? = nil, keepsAxes: Bool = false, dtype: DType? = nil
  ) throws(ArrayError) -> NumericArray {
    let plan = try ReductionPlan(self, axes: axes)
    let target = dtype ?? Self.accumulator(of: self.dtype)
    let shape = keepsAxes ? plan.keptShape : plan.shape
    guard target.isFloating else {
      return try NumericArray(
        integers: plan.starts.map { plan.integerSum(at: $0) }, shape: shape,
        dtype: target)
    }
    let sums =
      target == .float32
      ? plan.sums(Float.self).map(Double.init) : plan.sums(Double.self)
    return try NumericArray(reals: sums, shape: shape, dtype: target)
  }

  /// The mean over axes: float64 for integers, the array's own dtype for floats.
  package func mean(
    axes: [Int]? = nil, keepsAxes: Bool = false, dtype: DType? = nil
  ) throws(ArrayError) -> NumericArray {
    let target = dtype ?? (self.dtype.isFloating ? self.dtype : .float64)
    let total = try sum(axes: axes, keepsAxes: keepsAxes, dtype: target)
    return try BinaryFunction.divide(
      .array(total), .python(.int(total.size == 0 ? 1 : groupSize(axes))))
  }

  /// The variance over axes, divided by the count less `degrees`.
  package func variance(
    axes: [Int]? = nil, degrees: Int = 0, keepsAxes: Bool = false
  ) throws(ArrayError) -> NumericArray {
    let center = try mean(axes: axes, keepsAxes: true)
    let distance = try BinaryFunction.subtract(.array(self), .array(center))
    let squares = try UnaryFunction.square(distance)
    let total = try squares.sum(axes: axes, keepsAxes: keepsAxes)
    let count = max(Double(groupSize(axes)) - Double(degrees), 0)
    return try BinaryFunction.divide(.array(total), .python(.real(count)))
  }

  /// The standard deviation over axes.
  package func standardDeviation(
    axes: [Int]? = nil, degrees: Int = 0, keepsAxes: Bool = false
  ) throws(ArrayError) -> NumericArray {
    try UnaryFunction.sqrt(variance(axes: axes, degrees: degrees, keepsAxes: keepsAxes))
  }

  /// Elements that a reduction over these (valid) axes makes one of.
  package func groupSize(_ axes: [Int]?) -> Int {
    guard let axes else { return size }
    return axes.reduce(1) { $0 * shape[$1 < 0 ? $1 + ndim : $1] }
  }
}

extension ReductionPlan {
  /// The sums of all groups in the precision of a number type.
  func sums<Number: BinaryFloatingPoint>(_: Number.Type) -> [Number] {
    starts.map { start in
      var total = Number.zero
      forEachRun(of: start) { position, step, count in
        if isInner {
          total += PairwiseSum<Number>.sum(count) { from, length, out in
            array.storage.load(out, from: position + from * step, stride: step, count: length)
          }
        } else {
          total = sequential(total, position, step, count)
        }
      }
      return total
    }
  }

  private func sequential<Number: BinaryFloatingPoint>(
    _ start: Number, _ position: Int, _ step: Int, _ count: Int
  ) -> Number {
    var total = start
    let chunk = ChunkBuffer<Double>()
    for from in stride(from: 0, to: count, by: chunkSize) {
      let length = min(chunkSize, count - from)
      array.storage.load(
        chunk.elements, from: position + from * step, stride: step, count: length)
      for i in 0..<length { total += Number(chunk.elements[i]) }
    }
    return total
  }

  /// The wrapping sum of a group's elements as integers.
  func integerSum(at start: Int) -> Int {
    var total = 0
    forEachPiece(of: start) { (piece: [Int]) in total = piece.reduce(total, &+) }
    return total
  }
}
