/// Text as a terminal would leave it on its screen: without colors, progress bars at their end.
enum TerminalText {
  /// Control sequences are taken out; a carriage return and a backspace write over what was there.
  static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var line = String.UnicodeScalarView()
    /// Whether the next character begins the line anew.
    var returns = false
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": skipSequence(&rest)
      case "\n":
        result += line
        result.append("\n")
        line.removeAll()
        returns = false
      case "\r": returns = true
      case "\u{8}": if !line.isEmpty { line.removeLast() }
      default:
        if returns { line.removeAll() }
        returns = false
        line.append(scalar)
      }
    }
    return String(result + line)
  }

  /// A control sequence ends with a letter (ECMA-48, section 5.4).
  private static func skipSequence(_ rest: inout Substring.UnicodeScalarView) {
    guard rest.first == "[" else { return }
    rest.removeFirst()
    while let scalar = rest.popFirst(), !("@"..."~").contains(scalar) {}
  }
}
