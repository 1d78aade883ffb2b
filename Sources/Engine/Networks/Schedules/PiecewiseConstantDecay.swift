/// η(t) = the value before the first boundary that t doesn't exceed, or the last value (Keras'
/// `PiecewiseConstantDecay`).
public struct PiecewiseConstantDecay: LearningRateSchedule {
  public static let signature = Signature(
    "PiecewiseConstantDecay",
    [
      Parameter("boundaries", .numbers(.nonNegative)), Parameter("values", .numbers(.nonNegative)),
      nameParameter,
    ])
  public let boundaries: [Double]
  /// One more than `boundaries`.
  public let values: [Double]

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
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

  public func rate(after done: Int) -> Double {
    values[boundaries.firstIndex { Double(done) <= $0 } ?? boundaries.count]
  }
}
