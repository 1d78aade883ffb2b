/// `bytes`, as far as lessons print it and hand it on.
public final class BytesObject: Object {
  public let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  public override var typeName: String { "bytes" }
  public override func repr(_ machine: Machine) -> String { "b" + TextLiteral.repr(bytes: bytes) }
  public override func isTrue(_ machine: Machine) -> Bool { !bytes.isEmpty }
  public override func length(_ machine: Machine) -> Int? { bytes.count }
  public override func isEqual(_ other: Value, _ machine: Machine) -> Bool? {
    other.asObject(BytesObject.self).map { $0.bytes == bytes }
  }
}

extension TextLiteral {
  /// Bytes as a literal without its `b`.
  fileprivate static func repr(bytes: [UInt8]) -> String {
    let quote: UInt8 = bytes.contains(0x27) && !bytes.contains(0x22) ? 0x22 : 0x27
    var result = String(UnicodeScalar(quote))
    for byte in bytes {
      switch byte {
      case quote, 0x5C: result += "\\" + String(UnicodeScalar(byte))
      case 0x09: result += "\\t"
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x20..<0x7F: result.unicodeScalars.append(UnicodeScalar(byte))
      default: result += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return result + String(UnicodeScalar(quote))
  }
}
