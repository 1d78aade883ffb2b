internal import Memory

/// How the hinge losses read a sample's target.
enum HingeTarget {
  /// Whether the sample's targets are 0 and 1, which then stand for -1 and 1.
  ///
  /// Keras asks this of a whole batch; the two differ only where a batch has targets beside 0 and
  /// 1 and a sample has none.
  static func isBinary(_ target: Target, count: Int) -> Bool {
    (0..<count).allSatisfy { [0, 1].contains(target.value(at: $0)) }
  }

  /// The sample's cost as the mean of `cost(1 - t p)`, which gives a value and the slope of that
  /// with respect to 1 - t p.
  static func sample(
    _ outputs: Elements<Float>, target: Target,
    gradient: MutableElements<Float>, cost: (Float) -> (value: Float, slope: Float)
  ) -> Float {
    let count = Float(outputs.count)
    let isBinary = isBinary(target, count: outputs.count)
    var total: Float = 0
    for column in outputs.indices {
      let given = target.value(at: column)
      let wanted = isBinary ? 2 * given - 1 : given
      let cost = cost(1 - wanted * outputs[column])
      total += cost.value
      gradient[column] = -wanted * cost.slope / count
    }
    return total / count
  }
}
