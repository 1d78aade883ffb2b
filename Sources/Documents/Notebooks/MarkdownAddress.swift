/// Paths of files as addresses in Markdown, and back.
public enum MarkdownAddress {
  /// A path between round brackets: blanks, brackets and the like percent-encoded.
  public static func address(ofPath path: String) -> String {
    let hex = Array("0123456789ABCDEF")
    return path.unicodeScalars.map { scalar in
      let isPlain =
        scalar.value >= 0xA1 || scalar.properties.isAlphabetic
        || "0123456789-._~/".unicodeScalars.contains(scalar)
      guard !isPlain else { return String(scalar) }
      return String(scalar).utf8.map { "%\(hex[Int($0 >> 4)])\(hex[Int($0 & 15)])" }.joined()
    }.joined()
  }

  /// The path that an address means; the address itself where that is no text.
  public static func path(ofAddress address: String) -> String {
    let bytes = Array(address.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(validating: decoded, as: UTF8.self) ?? address
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
  }
}
