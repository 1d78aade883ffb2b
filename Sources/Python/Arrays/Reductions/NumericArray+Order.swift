internal import Memory

extension NumericArray {
  /// The median over axes; float64 for integers.
  package func median(axes: [Int]? = nil, keepsAxes: Bool = false) throws(ArrayError)
    -> NumericArray
  {
    let numbers = dtype.isFloating ? self : try astype(.float64)
    return try Reduction.median(numbers, axes: axes, keepsAxes: keepsAxes)
  }

  /// Percentiles (0 to 100) over axes by linear interpolation.
  package func percentile(
    _ percent: Double, axes: [Int]? = nil, keepsAxes: Bool = false
  ) throws(ArrayError) -> NumericArray {
    guard (0...100).contains(percent) else {
      throw .value("Percentiles must be in the range [0, 100]")
    }
    let plan = try ReductionPlan(self, axes: axes)
    let values = plan.starts.map { start in
      Self.interpolated(plan.reals(at: start).sorted(), percent / 100)
    }
    return try NumericArray(
      reals: values, shape: keepsAxes ? plan.keptShape : plan.shape,
      dtype: dtype.isFloating ? dtype : .float64)
  }

  private static func interpolated(_ sorted: [Double], _ quantile: Double) -> Double {
    guard let last = sorted.last, !last.isNaN else { return .nan }
    let place = quantile * Double(sorted.count - 1)
    let low = Int(place.rounded(.down))
    let (a, b) = (sorted[low], sorted[min(low + 1, sorted.count - 1)])
    let part = place - Double(low)
    return part >= 0.5 ? b - (b - a) * (1 - part) : a + (b - a) * part
  }

  /// Running sums along an axis, or of all elements in row-major order.
  package func cumulativeSum(axis: Int? = nil) throws(ArrayError) -> NumericArray {
    try cumulated(axis, Self.accumulator(of: dtype), +, &+)
  }

  /// Running products along an axis, or of all elements in row-major order.
  package func cumulativeProduct(axis: Int? = nil) throws(ArrayError) -> NumericArray {
    try cumulated(axis, Self.accumulator(of: dtype), *, &*)
  }

  private func cumulated(
    _ axis: Int?, _ target: DType, _ real: (Double, Double) -> Double, _ integer: (Int, Int) -> Int
  ) throws(ArrayError) -> NumericArray {
    guard let axis else {
      return try raveled().cumulated(0, target, real, integer)
    }
    return try alongLast(axis, dtype: target) { reals in
      for i in reals.indices.dropFirst() {
        reals[i] = target.rounded(real(reals[i - 1], reals[i]))
      }
    } integers: { integers in
      for i in integers.indices.dropFirst() { integers[i] = integer(integers[i - 1], integers[i]) }
    }
  }

  /// Changes each line along an axis, as a new array of the same shape.
  func alongLast(
    _ axis: Int, dtype target: DType, reals: (inout [Double]) -> Void,
    integers: (inout [Int]) -> Void
  ) throws(ArrayError) -> NumericArray {
    let axis = try normalized(axis)
    let length = shape[axis]
    let out = try NumericArray(zeros: shape, dtype: target)
    if size == 0 { return out }
    let others = (0..<ndim).filter { $0 != axis }
    let targets = out.positions(alongAxes: others)
    for (start, place) in zip(positions(alongAxes: others), targets) {
      if dtype.isFloating {
        var line = [Double](repeating: 0, count: length)
        line.withMutableElements {
          storage.load($0, from: start, stride: strides[axis], count: length)
        }
        reals(&line)
        out.storage.store(line, at: place, stride: out.strides[axis])
      } else {
        var line = [Int](repeating: 0, count: length)
        line.withMutableElements {
          storage.load($0, from: start, stride: strides[axis], count: length)
        }
        integers(&line)
        out.storage.store(line, at: place, stride: out.strides[axis])
      }
    }
    return out
  }
}
