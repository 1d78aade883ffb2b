internal import Memory

/// Numbers above which an output counts as a yes, and how often outputs lie above each.
///
/// Thresholds that lie evenly in [0, 1] are found by a division, as in Keras, whose rounding decides
/// where an output lies on one of them.
struct Thresholds: Sendable {
  let values: [Float]
  private let areEven: Bool
  /// Whether the first threshold lies below 0, so that each output is above it.
  private let hasMargin: Bool
  /// The values from the least on, and where each of them stands there.
  private let ascending: [Float]
  private let ranks: [Int]

  init(_ values: [Double], areEven: Bool? = nil) {
    self.values = values.map { Float($0) }
    self.areEven = areEven ?? Self.areEven(values)
    hasMargin = values.first.map { $0 < 0 } ?? false
    let order = self.values.indices.sorted { [values = self.values] in values[$0] < values[$1] }
    ascending = order.map { [values = self.values] in values[$0] }
    var ranks = order
    for (rank, place) in order.enumerated() { ranks[place] = rank }
    self.ranks = ranks
  }

  /// So many from 0 to 1, with the ends a little farther out where there is a margin.
  init(count: Int, margin: Double) {
    let steps = (1..<max(count - 1, 1)).map { Double($0) / Double(count - 1) }
    self.init([0 - margin] + steps + [1 + margin], areEven: true)
  }

  /// Whether numbers lie as close to an even division of [0, 1] as NumPy's `allclose` wants.
  static func areEven(_ values: [Double]) -> Bool {
    guard values.count > 2 else { return false }
    return values.enumerated().allSatisfy { index, value in
      let even = Double(Float(index) / Float(values.count - 1))
      return abs(value - even) <= 1e-7 + 1e-5 * even
    }
  }

  /// For each threshold, from the least on, the true and the false targets of which it is the largest
  /// one below the output; then all of either kind.
  var sumCount: Int { 2 * values.count + 2 }

  /// Counts one output, at one place, however many thresholds lie below it.
  func count(
    _ output: Float, isTrue: Bool, weight: Float, into counts: MutableElements<Double>
  ) {
    counts[2 * values.count + (isTrue ? 0 : 1)] += Double(weight)
    let below = areEven ? evenBelow(output) : anyBelow(output)
    if below > 0 { counts[(isTrue ? 0 : values.count) + below - 1] += Double(weight) }
  }

  /// How often outputs lay above each threshold.
  ///
  /// - Parameter sums: as many as ``sumCount``.
  func counts(_ sums: ArraySlice<Double>) -> ThresholdCounts {
    let (trues, falses) = (sums.prefix(values.count), sums.dropFirst(values.count))
    return ThresholdCounts(
      truePositives: above(trues), falsePositives: above(falses.prefix(values.count)),
      trues: Float(sums[sums.endIndex - 2]), falses: Float(sums[sums.endIndex - 1]))
  }

  /// For each threshold what was counted at it and at all larger ones.
  private func above(_ counts: ArraySlice<Double>) -> [Float] {
    var (total, sums) = (0.0, [Float]())
    for count in counts.reversed() {
      total += count
      sums.append(Float(total))
    }
    return ranks.map { sums[sums.count - 1 - $0] }
  }

  /// How many thresholds lie below an output.
  private func anyBelow(_ output: Float) -> Int {
    var (low, high) = (0, ascending.count)
    while low < high {
      let middle = (low + high) / 2
      if output > ascending[middle] { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many of the even thresholds lie below an output.
  private func evenBelow(_ output: Float) -> Int {
    if output.isNaN { return 0 }
    let inside = min(max(output, 0), 1)
    let bucket = Int((inside * Float(values.count - 1)).rounded(.up))
    return hasMargin ? max(bucket, 1) : bucket
  }
}
