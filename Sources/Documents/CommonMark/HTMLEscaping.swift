internal import Texts

/// Text and addresses as they stand in HTML.
enum HTMLEscaping {
  /// `&`, `<`, `>` and `"` as entities.
  static func text(_ text: String) -> String {
    MarkupText.escaped(text, quotes: .double)
  }

  /// An address for an attribute: bytes that a URL can't have are percent-encoded.
  static func address(_ url: String) -> String {
    var text = ""
    for byte in url.utf8 {
      let scalar = Unicode.Scalar(byte)
      if byte == UInt8(ascii: "&") {
        text += "&amp;"
      } else if byte == UInt8(ascii: "'") {
        text += "&#x27;"
      } else if isLetterOrDigit(byte) || "-_.+!*(),%#@?=;:/$~".unicodeScalars.contains(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        text += "%" + DigitText.hex(byte, to: 2, uppercase: true)
      }
    }
    return text
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
