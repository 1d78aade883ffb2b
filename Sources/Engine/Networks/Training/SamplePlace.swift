/// Where a number stands in what a model is given.
public struct SamplePlace: Hashable, Sendable {
  /// The sample, from 0, in the arrays that the caller gave.
  public let sample: Int
  /// The place in the sample, from 0 along each axis; empty where a sample has one number.
  public let position: [Int]
  /// Whether it is a sample of the validation, not of training.
  public let isValidation: Bool

  init(_ sample: Int, _ position: [Int] = [], isValidation: Bool) {
    (self.sample, self.position, self.isValidation) = (sample, position, isValidation)
  }
}

extension SamplePlace: CustomStringConvertible {
  /// The place in English: `validation sample 3 at (0, 2)`.
  public var description: String {
    let axes = position.map(String.init).joined(separator: ", ")
    return (isValidation ? "validation sample" : "sample") + " \(sample)"
      + (position.isEmpty ? "" : " at (\(axes))")
  }
}
