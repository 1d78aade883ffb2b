/// Text as content or attribute value of HTML and XML.
enum Escaping {
  /// The five characters with a meaning are escaped, control characters become U+FFFD.
  static func markup(_ text: String) -> String {
    var result = ""
    for (index, line) in PlainCharacters.lines(text).enumerated() {
      if index > 0 { result += "\n" }
      for scalar in line.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  /// The same on one line.
  static func line(_ text: String) -> String { markup(PlainCharacters.oneLine(text)) }
}
