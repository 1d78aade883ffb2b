/// η(t) = the value before the first boundary that t doesn't exceed, or the last value (Keras'
/// `PiecewiseConstantDecay`).
struct PiecewiseConstantDecay: LearningRateSchedule {
  /// Keras' `PiecewiseConstantDecay`, whose name is taken and names nothing.
  static let signature = Signature(
    "PiecewiseConstantDecay",
    [
      Parameter("boundaries", .numbers(.nonNegative)), Parameter("values", .numbers(.nonNegative)),
      nameParameter,
    ])
  /// The steps up to which each value but the last holds, rising.
  let boundaries: [Double]
  /// One more than `boundaries`.
  let values: [Double]

  /// - Throws: ``ArgumentError`` where boundaries don't rise, or there isn't one value more than
  ///   boundaries.
  init(_ arguments: BoundArguments) throws(ArgumentError) {
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

  /// The value of the piece that the step is in; a boundary belongs to the piece before it, as in
  /// Keras.
  func rate(after done: Int) -> Double {
    values[boundaries.firstIndex { Double(done) <= $0 } ?? boundaries.count]
  }
}
