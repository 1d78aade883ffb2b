internal import Texts

/// Texts in double quotation marks as PyYAML writes them, in ASCII, and back.
enum QuotedYAML {
  static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"", "\\": "\\\(scalar)"
    case "\n": "\\n"
    case "\t": "\\t"
    case "\r": "\\r"
    case " "..<"\u{7F}": String(scalar)
    default:
      scalar.value <= 0xFF
        ? "\\x" + DigitText.hex(scalar.value, to: 2, uppercase: true)
        : scalar.value <= 0xFFFF
          ? "\\u" + DigitText.hex(scalar.value, to: 4, uppercase: true)
          : "\\U" + DigitText.hex(scalar.value, to: 8, uppercase: true)
    }
  }

  /// The text between quotation marks; nil for what isn't in them.
  static func text(_ quoted: String) -> String? {
    guard quoted.count >= 2, quoted.hasPrefix("\""), quoted.hasSuffix("\"") else { return nil }
    var rest = quoted.dropFirst().dropLast()[...]
    var text = ""
    while let first = rest.popFirst() {
      guard first == "\\", let mark = rest.popFirst() else {
        text.append(first)
        continue
      }
      switch mark {
      case "n": text += "\n"
      case "t": text += "\t"
      case "r": text += "\r"
      case "x", "u", "U":
        let count = mark == "x" ? 2 : mark == "u" ? 4 : 8
        guard let value = UInt32(rest.prefix(count), radix: 16),
          let scalar = Unicode.Scalar(value)
        else { return nil }
        text.unicodeScalars.append(scalar)
        rest = rest.dropFirst(count)
      default: text.append(mark)
      }
    }
    return text
  }
}
