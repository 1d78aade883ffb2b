/// A comment or a blank line: text that means nothing to the grammar and something to the reader.
package struct Trivia: Hashable, Sendable {
  /// What stands there.
  package enum Kind: Hashable, Sendable {
    /// A comment alone on its line.
    case ownLineComment
    /// A comment after code on the same line.
    case trailingComment
    /// A line with nothing but blanks.
    case blankLine
  }

  /// What stands there.
  package let kind: Kind
  /// The comment with its `#`, without the end of the line; empty for a blank line.
  package let text: String
  /// UTF-8 offsets in the source.
  package let range: Range<Int>
}
