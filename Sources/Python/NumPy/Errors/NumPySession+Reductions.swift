internal import Arrays

extension NumPySession {
  /// Notes what the results of sums or products tell of their way: NaN of numbers that are none was invalid,
  /// an infinite result of finite numbers too large. The results are given back.
  func noting(
    _ name: String, _ result: NumericArray, of operands: [NumericArray],
    at place: SourceOfNumPy? = nil
  ) throws(ArrayError) -> NumericArray {
    let made = result.strangers
    guard !made.isEmpty else { return result }
    let given = operands.reduce(into: Strangers()) { $0.formUnion($1.strangers) }
    if made.contains(.infinite), given.isEmpty { try note(.overflow, in: name, at: place) }
    if made.contains(.nan), !given.contains(.nan) {
      try note(.invalid, in: name, at: place)
    }
    return result
  }

  /// Notes what a mean tells: it may be one of no elements.
  func notingMean(
    _ mean: NumericArray, of array: NumericArray, calledAt place: SourceOfNumPy?
  ) throws(ArrayError) -> NumericArray {
    guard array.size == 0, mean.size > 0 else {
      return try noting("reduce", mean, of: [array], at: .meanSum)
    }
    warn("Mean of empty slice", at: place)
    if mean.ndim == 0 {
      try note(.invalid, in: "scalar divide", at: .meanOfAll)
    } else {
      try note(.invalid, in: "divide", at: .meanQuotient)
    }
    return mean
  }

  /// Notes what a variance tells, of which a standard deviation is the root.
  ///
  /// - Parameter count: how many elements each variance is of.
  func notingVariance(
    _ variance: NumericArray, of array: NumericArray, count: Int, degrees: Int,
    axes: [Int]?, calledAt place: SourceOfNumPy?
  ) throws(ArrayError) -> NumericArray {
    let lacks = degrees >= count
    if lacks { warn("Degrees of freedom <= 0 for slice", at: place) }
    if count == 0, variance.size > 0 { try note(.invalid, in: "divide", at: .center) }
    let made = variance.strangers
    guard !made.isEmpty else { return variance }
    if lacks {
      let errors: FloatErrors = made.contains(.nan) ? .invalid : .divide
      try variance.ndim == 0
        ? note(errors, in: "scalar divide", at: .varianceOfAll)
        : note(errors, in: "divide", at: .varianceQuotient)
      return variance
    }
    let given = array.strangers
    if given.isEmpty {
      let isFar = try !array.mean(axes: axes).strangers.isEmpty
      try isFar
        ? note(.overflow, in: "reduce", at: .centerSum)
        : note(.overflow, in: "square", at: .squares)
    } else if given == .infinite {
      try note(.invalid, in: "subtract", at: .distance)
    }
    return variance
  }
}

/// Numbers that are none, or not finite.
private struct Strangers: OptionSet {
  let rawValue: UInt8
  static let nan = Strangers(rawValue: 1)
  static let infinite = Strangers(rawValue: 2)
}

extension NumericArray {
  fileprivate var strangers: Strangers {
    guard dtype.isFloating, !isByteChain else { return [] }
    return reals().reduce(into: []) { found, number in
      if !number.isFinite { found.insert(number.isNaN ? .nan : .infinite) }
    }
  }
}
