/// Strings as JSON writes them (RFC 8259, section 7), as Python's `json.dumps` does.
public enum JSONQuotes {
  /// - Parameter isASCII: whether all other letters are escaped, and DEL with them, as `ensure_ascii` has it.
  public static func text(_ string: String, isASCII: Bool) -> String {
    // Images are megabytes without anything to escape.
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
      return "\"\(string)\""
    }
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{8}": result += "\\b"
      case "\u{C}": result += "\\f"
      case "\0"..<" ": result += escape(UInt16(scalar.value))
      case "\u{7F}"... where isASCII: for unit in String(scalar).utf16 { result += escape(unit) }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Such as `\u00e9`.
  public static func escape(_ unit: UInt16) -> String { "\\u" + DigitText.hex(unit, to: 4) }
}
