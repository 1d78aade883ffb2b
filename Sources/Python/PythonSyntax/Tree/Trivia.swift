/// A comment or a blank line: text that means nothing to the grammar and something to the reader.
public struct Trivia: Hashable, Sendable {
  /// What stands there.
  public enum Kind: Hashable, Sendable {
    /// A comment alone on its line.
    case ownLineComment
    /// A comment after code on the same line.
    case trailingComment
    /// A line with nothing but blanks.
    case blankLine
  }

  /// What stands there.
  public let kind: Kind
  /// The comment with its `#`, without the end of the line; empty for a blank line.
  public let text: String
  /// UTF-8 offsets in the source.
  public let range: Range<Int>
}
