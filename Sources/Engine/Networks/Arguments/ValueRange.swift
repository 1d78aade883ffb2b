/// The numbers that an argument accepts; an absent bound is no bound.
public struct ValueRange: Hashable, Sendable {
  /// The least number; nil where there is no bound.
  public let lower: Double?
  /// The greatest number; nil where there is no bound.
  public let upper: Double?
  /// Whether `lower` itself is accepted.
  public let includesLower: Bool
  /// Whether `upper` itself is accepted.
  public let includesUpper: Bool

  init(lower: Double?, upper: Double?, includesLower: Bool = true, includesUpper: Bool = true) {
    self.lower = lower
    self.upper = upper
    self.includesLower = includesLower
    self.includesUpper = includesUpper
  }

  static let any = ValueRange(lower: nil, upper: nil)
  static let nonNegative = ValueRange(lower: 0, upper: nil)
  static let positive = ValueRange(lower: 0, upper: nil, includesLower: false)
  /// A decay rate: from 0 to below 1.
  static let rate = ValueRange(lower: 0, upper: 1, includesUpper: false)
  /// A count of something that a model allocates; the upper bound keeps products in `Int`.
  static let count = ValueRange(lower: 1, upper: 1_048_576)

  /// Whether a finite number lies in the range.
  public func contains(_ value: Double) -> Bool {
    guard value.isFinite else { return false }
    if let lower, includesLower ? value < lower : value <= lower { return false }
    if let upper, includesUpper ? value > upper : value >= upper { return false }
    return true
  }
}

extension ValueRange: CustomStringConvertible {
  /// The range in English, for instance `at least 0 and below 1`.
  public var description: String {
    let low = lower.map { (includesLower ? "at least " : "above ") + text($0) }
    let high = upper.map { (includesUpper ? "at most " : "below ") + text($0) }
    let bounds = [low, high].compactMap { $0 }
    return bounds.isEmpty ? "any finite number" : bounds.joined(separator: " and ")
  }

  private func text(_ bound: Double) -> String {
    Int(exactly: bound).map(String.init) ?? "\(bound)"
  }
}
