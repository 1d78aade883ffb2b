/// What can go wrong in arithmetic, as IEEE 754 tells it.
package struct FloatErrors: OptionSet, Hashable, Sendable {
  /// NumPy's bits: 1 for division by zero, 2 for overflow, 4 for underflow, 8 for invalid.
  package let rawValue: UInt8

  /// Errors from NumPy's bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// An infinite result of finite numbers, such as `1 / 0`.
  package static let divide = FloatErrors(rawValue: 1)
  /// A result too large for its dtype.
  package static let overflow = FloatErrors(rawValue: 2)
  /// A result too close to zero for its dtype.
  package static let underflow = FloatErrors(rawValue: 4)
  /// NaN of numbers that are none, such as `0 / 0`.
  package static let invalid = FloatErrors(rawValue: 8)
}

/// Gathers what went wrong while arrays were computed.
package final class FloatWatch {
  /// What went wrong so far, of the kinds that are looked for.
  package private(set) var errors: FloatErrors = []
  /// What is looked for.
  let kinds: FloatErrors

  /// - Parameter kinds: what somebody wants to know of; nil when that is nothing.
  package init?(for kinds: FloatErrors) {
    if kinds.isEmpty { return nil }
    self.kinds = kinds
  }

  /// Adds errors, those left out that nobody looks for.
  package func note(_ errors: FloatErrors) { self.errors.formUnion(errors.intersection(kinds)) }
}
