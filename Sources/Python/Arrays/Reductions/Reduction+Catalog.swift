extension Reduction {
  /// `numpy.max`: NaN where any element is; a group without elements is an error.
  package static let maximum = Reduction(
    name: "maximum", dtype: { $0 }, needsElements: true,
    real: { values, _ in
      values.reduce(-.infinity) { $1.isNaN || $0.isNaN ? .nan : Swift.max($0, $1) }
    },
    integer: { $0.max() ?? 0 })

  /// `numpy.min`: NaN where any element is; a group without elements is an error.
  package static let minimum = Reduction(
    name: "minimum", dtype: { $0 }, needsElements: true,
    real: { values, _ in
      values.reduce(.infinity) { $1.isNaN || $0.isNaN ? .nan : Swift.min($0, $1) }
    },
    integer: { $0.min() ?? 0 })

  /// The index of the first largest element of a group; NaN counts as the largest.
  package static let argmax = Reduction(
    name: "argmax", dtype: { _ in .int64 }, needsElements: true,
    real: { values, _ in Double(first(in: values) { $0 > $1 }) },
    integer: { first(in: $0) { $0 > $1 } },
    isAssociative: false)

  /// The index of the first smallest element of a group; NaN counts as the smallest.
  package static let argmin = Reduction(
    name: "argmin", dtype: { _ in .int64 }, needsElements: true,
    real: { values, _ in Double(first(in: values) { $0 < $1 }) },
    integer: { first(in: $0) { $0 < $1 } },
    isAssociative: false)

  /// `numpy.any`: a boolean, false for a group without elements; NaN counts as true.
  package static let any = Reduction(
    name: "any", dtype: { _ in .bool }, needsElements: false,
    real: { values, _ in values.contains { $0 != 0 } ? 1 : 0 },
    integer: { $0.contains { $0 != 0 } ? 1 : 0 })

  /// `numpy.all`: a boolean, true for a group without elements; NaN counts as true.
  package static let all = Reduction(
    name: "all", dtype: { _ in .bool }, needsElements: false,
    real: { values, _ in values.allSatisfy { $0 != 0 } ? 1 : 0 },
    integer: { $0.allSatisfy { $0 != 0 } ? 1 : 0 })

  /// `numpy.prod`: integers wrap around in 64 bits, floats are rounded after each element.
  package static let product = Reduction(
    name: "multiply", dtype: { NumericArray.accumulator(of: $0) }, needsElements: false,
    real: { values, dtype in values.reduce(1) { dtype.rounded($0 * $1) } },
    integer: { $0.reduce(1, &*) })

  /// `numpy.median` of floats: the middle of two where they are even in number; NaN for none.
  package static let median = Reduction(
    name: "median", dtype: { $0.isFloating ? $0 : .float64 }, needsElements: false,
    real: { values, _ in middle(values) }, integer: { $0.count }, isAssociative: false)

  private static func first(in values: [Double], _ better: (Double, Double) -> Bool) -> Int {
    if let place = values.firstIndex(where: \.isNaN) { return place }
    var best = 0
    for place in values.indices where better(values[place], values[best]) { best = place }
    return best
  }

  private static func first(in values: [Int], _ better: (Int, Int) -> Bool) -> Int {
    var best = 0
    for place in values.indices where better(values[place], values[best]) { best = place }
    return best
  }

  private static func middle(_ values: [Double]) -> Double {
    if values.isEmpty || values.contains(where: \.isNaN) { return .nan }
    let sorted = values.sorted()
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  }
}
