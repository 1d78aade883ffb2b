/// Learns the boundaries of a `Discretization` from numbers as Keras 3.15 does: a summary that grows batch by batch,
/// of values and how many numbers each stands for.
struct BinLearning {
  /// The accuracy of quantiles.
  private let epsilon: Double
  private var values: [Float] = []
  private var counts: [Float] = []

  init(epsilon: Double) { self.epsilon = epsilon }

  /// Adds the numbers of a batch.
  mutating func add(_ batch: [Float]) {
    let sorted = batch.sorted(by: Self.isBefore)
    let step = max(Double(sorted.count) / (1 / epsilon), 1)
    let chosen = stride(from: Int(step - 1), to: sorted.count, by: Int(step)).map { sorted[$0] }
    let both = chosen.map { ($0, Float(step)) } + zip(values, counts)
    let merged = both.enumerated().sorted { one, other in
      Self.isBefore(one.element.0, other.element.0)
        || !Self.isBefore(other.element.0, one.element.0) && one.offset < other.offset
    }.map(\.element)
    (values, counts) = (merged.map { $0.0 }, merged.map { $0.1 })
    compress(to: epsilon)
  }

  /// The boundaries between so many ranges of equally many numbers; fewer where there are few numbers.
  func boundaries(_ bins: Int) -> [Float] {
    var summary = self
    summary.compress(to: 1 / Double(bins))
    return summary.values.dropLast()
  }

  /// Interpolates the values that have shares of all numbers below them.
  private mutating func compress(to share: Double) {
    guard Double(values.count) * share >= 1 else { return }
    var sums: [Float] = []
    for count in counts { sums.append((sums.last ?? 0) + count) }
    let shares = sums.map { Double($0 / (sums.last ?? 1)) }
    let wanted = (0..<Int((1 / share).rounded(.up))).map { share + Double($0) * share }
    let below = Self.interpolated(wanted, shares, sums.map { Double($0) })
    values = Self.interpolated(wanted, shares, values.map { Double($0) }).map { Float($0) }
    counts = zip(below, [0] + below).map { Float($0 - $1) }
  }

  /// NumPy's `interp` of ascending numbers.
  private static func interpolated(
    _ numbers: [Double], _ places: [Double], _ values: [Double]
  ) -> [Double] {
    var after = 0
    return numbers.map { number in
      while after < places.count, places[after] <= number { after += 1 }
      guard after > 0 else { return values[0] }
      guard after < places.count, places[after - 1] != number else { return values[after - 1] }
      let slope = (values[after] - values[after - 1]) / (places[after] - places[after - 1])
      return slope * (number - places[after - 1]) + values[after - 1]
    }
  }

  /// The order of numbers, NaN behind all others.
  private static func isBefore(_ one: Float, _ other: Float) -> Bool {
    one < other || other.isNaN && !one.isNaN
  }
}
