/// Any text as the same text in Markdown, escaped no more than it must be.
enum MarkdownText {
  /// For a table's cell, an alternative text or inside emphasis: one line, `|` escaped.
  static func inline(_ text: String) -> String {
    let scalars = Array(PlainCharacters.oneLine(text).unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : " "
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      if needsEscape(scalar, before: before, after: after) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// For the start of a block: nothing in it begins a list, heading, quotation or rule.
  static func block(_ text: String) -> String {
    let escaped = inline(text)
    guard let first = escaped.first else { return "" }
    if "#+-=".contains(first) { return "\\" + escaped }
    let number = escaped.prefix { $0.isASCII && $0.isNumber }
    let rest = escaped.dropFirst(number.count)
    if !number.isEmpty, let mark = rest.first, mark == "." || mark == ")" {
      return number + "\\" + rest
    }
    return escaped
  }

  /// One line in italics; empty where there are no words.
  static func emphasis(_ text: String) -> String {
    let escaped = inline(text)
    return escaped.isEmpty ? "" : "*\(escaped)*"
  }

  /// A fence longer than any run of backticks in the text.
  static func fence(_ text: String) -> String {
    let lines = PlainCharacters.lines(text)
    var longest = 2
    for line in lines {
      var run = 0
      for character in line.utf8 {
        run = character == UInt8(ascii: "`") ? run + 1 : 0
        longest = max(longest, run)
      }
    }
    let ticks = String(repeating: "`", count: longest + 1)
    return ([ticks + "text"] + lines + [ticks]).joined(separator: "\n")
  }

  private static func needsEscape(
    _ scalar: Unicode.Scalar, before: Unicode.Scalar, after: Unicode.Scalar
  ) -> Bool {
    switch scalar {
    case "\\", "`", "*", "[", "]", "<", ">", "|", "~", "$": true
    // An underscore inside a word is plain (CommonMark 0.30, section 6.2, rule 2).
    case "_": !(isWord(before) && isWord(after))
    case "&": isWord(after) || after == "#"
    case "!": after == "["
    default: false
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }
}
