extension RandomGenerator {
  /// Indices below `count` as `choice` draws them.
  ///
  /// - Parameter weights: probabilities that sum to 1, or nil for equal ones.
  /// - Parameter isShuffled: whether a sample without repetition comes in random order.
  package func choice(
    _ count: Int, _ shape: [Int], replacing: Bool, weights: [Double]?, isShuffled: Bool = true
  ) throws(ArrayError) -> NumericArray {
    let wanted = try ArrayLimit.count(of: shape, dtype: .int64)
    if let weights { return try weighted(count, shape, wanted, replacing, weights) }
    if replacing { return try integers(0, max(count, 1), shape) }
    if wanted > count { throw tooMany }
    _ = try ArrayLimit.count(of: [count], dtype: .int64)
    let drawn =
      isLegacy
      ? Array(try permutation(count).prefix(wanted)) : sampled(wanted, of: count, isShuffled)
    return try NumericArray(integers: drawn, shape: shape)
  }

  private var tooMany: ArrayError {
    .value(
      "Cannot take a larger sample than population when "
        + (isLegacy ? "'replace=False'" : "replace is False"))
  }

  /// A sample without repetition: the end of a shuffle where much of a large population is wanted,
  /// Floyd's algorithm otherwise.
  ///
  /// Source: Bentley and Floyd, "Programming Pearls: A Sample of Brilliance", 1987.
  private func sampled(_ wanted: Int, of count: Int, _ isShuffled: Bool) -> [Int] {
    if count > 10_000, wanted > count / (isShuffled ? 50 : 20) {
      var order = Array(0..<count)
      shuffle(&order, from: max(count - wanted, 1))
      return Array(order.suffix(wanted))
    }
    var (found, drawn): (Set<Int>, [Int]) = ([], [])
    for last in (count - wanted)..<count {
      let index = Int(bounded(UInt64(last)))
      drawn.append(found.insert(index).inserted ? index : last)
      found.insert(drawn[drawn.count - 1])
    }
    if isShuffled { shuffle(&drawn, from: 1) }
    return drawn
  }

  private func weighted(
    _ count: Int, _ shape: [Int], _ wanted: Int, _ replacing: Bool, _ weights: [Double]
  ) throws(ArrayError) -> NumericArray {
    try check(weights, count)
    if replacing {
      let ends = Self.cumulated(weights)
      let drawn = (0..<wanted).map { _ in Self.place(of: unit(), in: ends) }
      return try NumericArray(integers: drawn, shape: shape)
    }
    if wanted > count { throw tooMany }
    if wanted > weights.filter({ $0 > 0 }).count {
      throw .value("Fewer non-zero entries in p than size")
    }
    return try NumericArray(integers: distinct(wanted, weights), shape: shape)
  }

  private func check(_ weights: [Double], _ count: Int) throws(ArrayError) {
    guard weights.count == count else {
      throw .value(isLegacy ? "'a' and 'p' must have same size" : "a and p must have same size")
    }
    let word = isLegacy ? "probabilities" : "Probabilities"
    let sum = weights.reduce(0, +)
    if sum.isNaN { throw .value("\(word) contain NaN") }
    if weights.contains(where: { $0 < 0 }) { throw .value("\(word) are not non-negative") }
    guard (sum - 1).magnitude < 1.5e-8 else {
      throw .value(
        "\(word) do not sum to 1"
          + (isLegacy ? "" : ". See Notes section of docstring for more information."))
    }
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
