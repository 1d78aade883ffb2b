internal import Texts

/// Text as content or attribute value of HTML and XML.
enum Escaping {
  /// The five characters with a meaning are escaped, control characters become U+FFFD.
  static func markup(_ text: String) -> String {
    MarkupText.escaped(PlainCharacters.lines(text).joined(separator: "\n"), quotes: .both)
  }

  /// The same on one line.
  static func line(_ text: String) -> String { markup(PlainCharacters.oneLine(text)) }
}
