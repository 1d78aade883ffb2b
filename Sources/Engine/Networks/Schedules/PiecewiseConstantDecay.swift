/// η(t) = the value before the first boundary that t doesn't exceed, or the last value (Keras'
/// `PiecewiseConstantDecay`).
package struct PiecewiseConstantDecay: LearningRateSchedule {
  package static let signature = Signature(
    "PiecewiseConstantDecay",
    [
      Parameter("boundaries", .numbers(.nonNegative)), Parameter("values", .numbers(.nonNegative)),
      nameParameter,
    ])
  package let boundaries: [Double]
  /// One more than `boundaries`.
  package let values: [Double]

  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    boundaries = arguments.doubles("boundaries")
    values = arguments.doubles("values")
    guard zip(boundaries, boundaries.dropFirst()).allSatisfy(<) else {
      throw arguments.error("boundaries", .notAscending)
    }
    guard values.count == boundaries.count + 1 else {
      throw arguments.error(
        "values", .wrongCount(got: values.count, expected: boundaries.count + 1))
    }
  }

  package func rate(after done: Int) -> Double {
    values[boundaries.firstIndex { Double(done) <= $0 } ?? boundaries.count]
  }
}
