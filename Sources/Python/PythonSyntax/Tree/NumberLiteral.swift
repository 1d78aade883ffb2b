/// A number as it is written and what it is worth.
package struct NumberLiteral: Hashable, Sendable {
  /// The value by kind of literal.
  package enum Value: Hashable, Sendable {
    /// An integer that fits 64 bits.
    case integer(Int)
    /// An integer that doesn't: its digits without prefix and underscores, and their radix.
    case largeInteger(digits: String, radix: Int)
    /// A float, rounded to nearest; infinite where the literal is too large, as in CPython.
    case real(Double)
    /// The imaginary part of `2j`.
    case imaginary(Double)
  }

  /// The literal as written, underscores and prefix included.
  package let text: String
  /// What it is worth.
  package let value: Value
}
