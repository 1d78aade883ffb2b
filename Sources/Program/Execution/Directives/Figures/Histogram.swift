/// Numbers counted in equal parts of a range.
struct Histogram {
  let low: Double
  let high: Double
  private(set) var counts: [Int]

  /// Empty counts; a range without width gets one.
  init(from low: Double, to high: Double, bins: Int) {
    let margin = low < high ? 0 : max(abs(low) * 0.1, 0.01)
    (self.low, self.high) = (low - margin, high + margin)
    counts = [Int](repeating: 0, count: bins)
  }

  /// The parts of the range from the smallest to the largest finite number, and what lies in each.
  init(of values: [Float], bins: Int) {
    var (low, high) = (Float.infinity, -Float.infinity)
    for value in values where value.isFinite { (low, high) = (min(low, value), max(high, value)) }
    self.init(
      from: low <= high ? Double(low) : 0, to: low <= high ? Double(high) : 0, bins: bins)
    for value in values where value.isFinite { add(Double(value)) }
  }

  /// Counts a number of the range; the last part has its upper end.
  mutating func add(_ value: Double, times: Int = 1) {
    let place = Int((value - low) / (high - low) * Double(counts.count))
    counts[min(max(place, 0), counts.count - 1)] += times
  }

  /// The middles of the parts.
  var middles: [Double] {
    let width = (high - low) / Double(counts.count)
    return counts.indices.map { low + (Double($0) + 0.5) * width }
  }

  var total: Int { counts.reduce(0, +) }
}
