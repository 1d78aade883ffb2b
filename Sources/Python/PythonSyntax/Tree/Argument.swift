/// An argument of a call or of a class's list of bases.
package struct Argument: Hashable, Sendable {
  /// How the argument is passed.
  package enum Form: Hashable, Sendable {
    case positional
    case keyword(Identifier)
    /// `*values`.
    case unpackedSequence
    /// `**options`.
    case unpackedMapping
  }

  /// How the argument is passed.
  package let form: Form
  /// The value.
  package let value: ExpressionNode
  /// The whole argument, keyword or stars included.
  package let range: Range<Int>

  /// The keyword, where the argument has one.
  package var keyword: Identifier? {
    if case .keyword(let name) = form { name } else { nil }
  }
}
