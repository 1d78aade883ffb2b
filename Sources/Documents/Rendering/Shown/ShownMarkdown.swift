/// Markdown that a cell showed, in the midst of a lesson's Markdown.
enum ShownMarkdown {
  /// As it is where it can end nothing and define nothing around it; else as a code block.
  static func block(_ markdown: String) -> String {
    var text = Substring(markdown)
    while text.last?.isNewline == true { text.removeLast() }
    while text.first?.isNewline == true { text.removeFirst() }
    return isContained(String(text)) ? String(text) : MarkdownText.fence(markdown)
  }

  /// Whether nothing in it reaches beyond it: no HTML, no fence that could stay open, no definition of a link, no
  /// number of the run.
  private static func isContained(_ text: String) -> Bool {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines == PlainCharacters.lines(text), text.utf8.count <= 1 << 16 else { return false }
    let isFenced = lines.contains { line in
      let start = line.drop { $0 == " " || $0 == "\t" }
      return start.hasPrefix("```") || start.hasPrefix("~~~")
        || (start.hasPrefix("[") && start.contains("]:"))
    }
    return !isFenced && !text.contains("](run:") && !hasMarkup(text)
  }

  /// Whether a `<` begins something.
  private static func hasMarkup(_ text: String) -> Bool {
    zip(text.utf8, text.utf8.dropFirst()).contains { first, second in
      first == UInt8(ascii: "<")
        && (UInt8(ascii: "a")...UInt8(ascii: "z") ~= second | 0x20
          || [UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(second))
    }
  }
}
