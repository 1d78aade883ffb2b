/// An argument of a call or of a class's list of bases.
public struct Argument: Hashable, Sendable {
  /// How the argument is passed.
  public enum Form: Hashable, Sendable {
    case positional
    case keyword(Identifier)
    /// `*values`.
    case unpackedSequence
    /// `**options`.
    case unpackedMapping
  }

  /// How the argument is passed.
  public let form: Form
  /// The value.
  public let value: ExpressionNode
  /// The whole argument, keyword or stars included.
  public let range: Range<Int>

  /// The keyword, where the argument has one.
  public var keyword: Identifier? {
    if case .keyword(let name) = form { name } else { nil }
  }
}
