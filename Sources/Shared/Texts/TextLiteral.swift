/// Strings and bytes as literals of Python.
public enum TextLiteral {
  /// `repr(text)`.
  public static func repr(_ text: String) -> String {
    let quote: Unicode.Scalar =
      text.unicodeScalars.contains("'") && !text.unicodeScalars.contains("\"") ? "\"" : "'"
    var result = String(quote)
    for scalar in text.unicodeScalars { result += escaped(scalar, quote) }
    return result + String(quote)
  }

  /// What `repr` gave as `ascii` shows it.
  public static func ascii(_ literal: String) -> String {
    literal.unicodeScalars.map { $0.isASCII ? String($0) : escape($0) }.joined()
  }

  /// `repr` of bytes without its `b`.
  public static func repr(bytes: [UInt8]) -> String {
    let quote: Unicode.Scalar = bytes.contains(0x27) && !bytes.contains(0x22) ? "\"" : "'"
    var result = String(quote)
    for byte in bytes {
      let scalar = Unicode.Scalar(byte)
      result += scalar.isASCII ? escaped(scalar, quote) : escape(scalar)
    }
    return result + String(quote)
  }

  /// The shortest of `\x`, `\u` and `\U`.
  public static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x100: "\\x" + DigitText.hex(scalar.value, to: 2)
    case 0..<0x10000: "\\u" + DigitText.hex(scalar.value, to: 4)
    default: "\\U" + DigitText.hex(scalar.value, to: 8)
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar, _ quote: Unicode.Scalar) -> String {
    switch scalar {
    case quote, "\\": "\\\(scalar)"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: isPrintable(scalar) ? String(scalar) : escape(scalar)
    }
  }

  /// Whether `repr` shows a character as it is.
  public static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == " " { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }
}
