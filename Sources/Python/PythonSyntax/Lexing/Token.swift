/// A token and where it stands.
struct Token: Sendable {
  enum Kind: Hashable, Sendable {
    case name, keyword, number, string, symbol
    case formattedStart, formattedText, formattedEnd
    case newline, indent, dedent, magic, end
  }

  let kind: Kind
  /// Names, keywords, numbers and symbols as written; the decoded text of `formattedText`.
  let text: String
  let range: Range<Int>

  func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }
  func isKeyword(_ word: String) -> Bool { kind == .keyword && text == word }
}
