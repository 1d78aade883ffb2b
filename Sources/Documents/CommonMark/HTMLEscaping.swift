/// Text and addresses as they stand in HTML.
enum HTMLEscaping {
  /// `&`, `<`, `>` and `"` as entities.
  static func text(_ text: String) -> String {
    guard text.utf8.contains(where: { entity($0) != nil }) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      if let entity = entity(byte) { bytes += entity.utf8 } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
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
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (byte < 16 ? "0" : "") + digits
      }
    }
    return text
  }

  private static func entity(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
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
