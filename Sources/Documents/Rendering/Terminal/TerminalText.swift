/// Printed text as a terminal would leave it on its screen: progress lines at their last state, colors as
/// colors of a page or left out.
enum TerminalText {
  /// Without colors.
  static func plain(_ text: String) -> String {
    guard needsScreen(text) else { return text }
    var result = String.UnicodeScalarView()
    for (index, line) in TerminalScreen(text).lines.enumerated() {
      if index > 0 { result.append("\n") }
      for character in line { result.append(character.scalar) }
    }
    return String(result)
  }

  /// As HTML: styles are classes of the page's sheet, and all else is escaped.
  static func html(_ text: String) -> String {
    guard needsScreen(text) else { return Escaping.markup(text) }
    let screen = TerminalScreen(text)
    let tags = screen.styles.map { style in
      style.classes.isEmpty ? "" : "<span class=\"\(style.classes.joined(separator: " "))\">"
    }
    var lines = screen.lines
    while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line in
      var html = ""
      var rest = line[...]
      while let first = rest.first {
        let run = rest.prefix { $0.style == first.style }
        rest = rest[run.endIndex...]
        var text = String.UnicodeScalarView()
        text.append(contentsOf: run.lazy.map(\.scalar))
        let tag = tags[first.style]
        html += tag + Escaping.markup(String(text)) + (tag.isEmpty ? "" : "</span>")
      }
      return html
    }.joined(separator: "\n")
  }

  /// Whether anything in the text moves, erases or colors.
  private static func needsScreen(_ text: String) -> Bool {
    text.utf8.contains { [0x07, 0x08, 0x0D, 0x1B, 0xC2].contains($0) }
  }
}
