extension NumericArray {
  /// How often each number from 0 on occurs.
  package func binCounts(minimumLength: Int = 0, weights: NumericArray? = nil) throws(ArrayError)
    -> NumericArray
  {
    guard ndim == 1 else { throw .value("object too deep for desired array") }
    guard !dtype.isFloating else {
      throw .type(
        "Cannot cast array data from dtype('\(dtype.rawValue)') to dtype('int64') according to the "
          + "rule 'safe'")
    }
    let values = integers()
    if values.contains(where: { $0 < 0 }) {
      throw .value("'list' argument must have no negative elements")
    }
    let length = max(minimumLength, values.max().map { min($0, .max - 1) + 1 } ?? 0)
    _ = try ArrayLimit.count(of: [length], dtype: .int64)
    if let weights { return try weighted(values, length, weights) }
    var counts = [Int](repeating: 0, count: length)
    for value in values { counts[value] += 1 }
    return try NumericArray(integers: counts)
  }

  private func weighted(
    _ values: [Int], _ length: Int, _ weights: NumericArray
  ) throws(ArrayError) -> NumericArray {
    guard weights.size == size else {
      throw .value("The weights and list don't have the same length.")
    }
    var sums = [Double](repeating: 0, count: length)
    for (value, weight) in zip(values, weights.reals()) { sums[value] += weight }
    return try NumericArray(reals: sums)
  }

  /// Counts by intervals of equal width, and the intervals' ends.
  package func histogram(
    bins: Int = 10, range: (Double, Double)? = nil
  ) throws(ArrayError) -> (counts: NumericArray, edges: NumericArray) {
    guard bins > 0 else { throw .value("`bins` must be positive, when an integer") }
    _ = try ArrayLimit.count(of: [bins], dtype: .float64)
    let values = reals()
    var (low, high) = range ?? (values.min() ?? 0, values.max() ?? 1)
    guard low.isFinite, high.isFinite else {
      throw .value("autodetected range of [\(low), \(high)] is not finite")
    }
    if low > high { throw .value("max must be larger than min in range parameter.") }
    if low == high { (low, high) = (low - 0.5, high + 0.5) }
    let edges = try Self.linspace(low, high, count: bins + 1)
    return (try Self.counts(of: values, edges.reals()), edges)
  }

  /// Counts by the intervals between increasing numbers; the last one includes its end.
  package func histogram(edges: NumericArray) throws(ArrayError) -> NumericArray {
    let ends = edges.reals()
    guard zip(ends, ends.dropFirst()).allSatisfy(<=) else {
      throw .value("`bins` must increase monotonically, when an array")
    }
    return try Self.counts(of: reals(), ends)
  }

  private static func counts(of values: [Double], _ ends: [Double]) throws(ArrayError)
    -> NumericArray
  {
    var counts = [Int](repeating: 0, count: max(ends.count - 1, 0))
    for value in values where !counts.isEmpty {
      guard let first = ends.first, let last = ends.last, value >= first, value <= last else {
        continue
      }
      var (low, high) = (0, counts.count - 1)
      while low < high {
        let middle = (low + high + 1) / 2
        if ends[middle] <= value { low = middle } else { high = middle - 1 }
      }
      counts[low] += 1
    }
    return try NumericArray(integers: counts)
  }

  /// For each element whether another array has it.
  package func isIn(_ others: NumericArray, inverted: Bool = false) throws(ArrayError)
    -> NumericArray
  {
    let known = Set(others.reals())
    return try mapped(
      compute: .float64, result: .bool, real: { known.contains($0) != inverted ? 1 : 0 },
      integer: nil)
  }

  /// Where each number would be put into this sorted array.
  package func searchSorted(_ values: NumericArray, fromRight: Bool) throws(ArrayError)
    -> NumericArray
  {
    let ends = reals()
    let found = values.reals().map { value in
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if fromRight ? ends[middle] <= value : ends[middle] < value {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return low
    }
    return try NumericArray(integers: found, shape: values.shape)
  }
}
