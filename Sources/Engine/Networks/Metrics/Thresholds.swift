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

  init(_ values: [Double], areEven: Bool? = nil) {
    self.values = values.map { Float($0) }
    self.areEven = areEven ?? Self.areEven(values)
    hasMargin = values.first.map { $0 < 0 } ?? false
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

  /// For each threshold the true and the false targets above it, then all of either kind.
  var sumCount: Int { 2 * values.count + 2 }

  /// Counts one output in `sums`.
  func count(
    _ output: Float, isTrue: Bool, weight: Float, into sums: MutableElements<Float>
  ) {
    let first = isTrue ? 0 : values.count
    sums[2 * values.count + (isTrue ? 0 : 1)] += weight
    if areEven {
      for index in 0..<countBelow(output) { sums[first + index] += weight }
    } else {
      for (index, value) in values.enumerated() where output > value {
        sums[first + index] += weight
      }
    }
  }

  /// How many of the even thresholds lie below an output.
  private func countBelow(_ output: Float) -> Int {
    if output.isNaN { return 0 }
    let inside = min(max(output, 0), 1)
    let bucket = Int((inside * Float(values.count - 1)).rounded(.up))
    return hasMargin ? max(bucket, 1) : bucket
  }
}
