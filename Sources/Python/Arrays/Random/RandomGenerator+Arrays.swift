#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension RandomGenerator {
  /// An array of numbers that `next` makes one after the other.
  package func array(
    _ shape: [Int], dtype: DType = .float64, _ next: (RandomGenerator) -> Double
  ) throws(ArrayError) -> NumericArray {
    let count = try ArrayLimit.count(of: shape, dtype: dtype)
    var values: [Double] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(next(self)) }
    return try NumericArray(reals: values, shape: shape, dtype: dtype)
  }

  /// Integers from `low` up to but without `high`.
  package func integers(
    _ low: Int, _ high: Int, _ shape: [Int], dtype: DType = .int64
  ) throws(ArrayError) -> NumericArray {
    guard low < high else { throw .value("low >= high") }
    if let range = dtype.integerRange {
      if low < range.lowerBound { throw .value("low is out of bounds for \(dtype.rawValue)") }
      if high - 1 > range.upperBound { throw .value("high is out of bounds for \(dtype.rawValue)") }
    }
    let limit = UInt64(bitPattern: Int64(high &- 1 &- low))
    let count = try ArrayLimit.count(of: shape, dtype: .int64)
    var values: [Int] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(low &+ Int(truncatingIfNeeded: bounded(limit))) }
    return try NumericArray(integers: values, shape: shape, dtype: dtype)
  }

  /// The numbers below `count` in random order.
  package func permutation(_ count: Int) throws(ArrayError) -> [Int] {
    _ = try ArrayLimit.count(of: [count], dtype: .int64)
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }

  private func shuffle(_ order: inout [Int]) {
    for place in order.indices.dropFirst().reversed() {
      order.swapAt(place, Int(interval(UInt64(place))))
    }
  }

  /// Puts the first axis into random order, in place.
  package func shuffle(_ array: NumericArray) throws(ArrayError) {
    guard array.ndim > 0 else { throw .type("object of type 'int' has no len()") }
    let order = try permutation(array.shape[0])
    let taken = try array.taking(NumericArray(integers: order), axis: 0)
    try array.assign(taken)
  }

  /// Indices below `count` as `choice` draws them.
  ///
  /// - Parameter weights: probabilities that sum to 1, or nil for equal ones.
  package func choice(
    _ count: Int, _ shape: [Int], replacing: Bool, weights: [Double]?
  ) throws(ArrayError) -> NumericArray {
    let wanted = try ArrayLimit.count(of: shape, dtype: .int64)
    if count <= 0, wanted > 0 {
      throw .value("a must be greater than 0 unless no samples are taken")
    }
    if let weights { return try weighted(count, shape, wanted, replacing, weights) }
    if replacing { return try integers(0, max(count, 1), shape) }
    if wanted > count { throw Self.tooMany }
    _ = try ArrayLimit.count(of: [count], dtype: .int64)
    if isLegacy {
      return try NumericArray(
        integers: Array(permutation(count).prefix(wanted)), shape: shape)
    }
    return try NumericArray(integers: sampled(wanted, of: count), shape: shape)
  }

  private static let tooMany = ArrayError.value(
    "Cannot take a larger sample than population when 'replace=False'")

  /// A sample without repetition from a stream of our own: the first places of a shuffle.
  private func sampled(_ wanted: Int, of count: Int) -> [Int] {
    var order = Array(0..<count)
    for place in 0..<wanted {
      order.swapAt(place, place + Int(bounded(UInt64(count - place - 1))))
    }
    return Array(order.prefix(wanted))
  }

  private func weighted(
    _ count: Int, _ shape: [Int], _ wanted: Int, _ replacing: Bool, _ weights: [Double]
  ) throws(ArrayError) -> NumericArray {
    guard weights.count == count else { throw .value("'a' and 'p' must have same size") }
    if weights.contains(where: { $0 < 0 }) {
      throw .value(
        isLegacy ? "probabilities are not non-negative" : "Probabilities are not non-negative")
    }
    guard (weights.reduce(0, +) - 1).magnitude < 1.5e-8 else {
      throw .value(isLegacy ? "probabilities do not sum to 1" : "Probabilities do not sum to 1")
    }
    if replacing {
      let ends = Self.cumulated(weights)
      let drawn = (0..<wanted).map { _ in Self.place(of: unit(), in: ends) }
      return try NumericArray(integers: drawn, shape: shape)
    }
    if wanted > count { throw Self.tooMany }
    if wanted > weights.filter({ $0 > 0 }).count {
      throw .value("Fewer non-zero entries in p than size")
    }
    return try NumericArray(integers: distinct(wanted, weights), shape: shape)
  }

  /// Draws rounds of indices, without the weight of those that were drawn before.
  private func distinct(_ wanted: Int, _ weights: [Double]) -> [Int] {
    var (weights, found): ([Double], [Int]) = (weights, [])
    while found.count < wanted {
      let points = (found.count..<wanted).map { _ in unit() }
      for index in found { weights[index] = 0 }
      let ends = Self.cumulated(weights)
      for point in points {
        let index = Self.place(of: point, in: ends)
        if !found.contains(index) { found.append(index) }
      }
    }
    return found
  }

  private static func cumulated(_ weights: [Double]) -> [Double] {
    var (total, ends): (Double, [Double]) = (0, [])
    for weight in weights {
      total += weight
      ends.append(total)
    }
    return ends.map { $0 / total }
  }

  /// The first index whose end is beyond the point.
  private static func place(of point: Double, in ends: [Double]) -> Int {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] <= point { low = middle + 1 } else { high = middle }
    }
    return min(low, ends.count - 1)
  }
}
