internal import Texts

/// The 32 bytes of a SHA-256 digest.
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// The digest as FIPS 180-4 writes it, the most significant byte of the first word in front.
  public let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The digest of a whole message.
  public init(of message: some ByteMessage) {
    let stream = SHA256Stream()
    stream.update(message)
    self = stream.finish()
  }

  /// 64 lower-case hexadecimal digits.
  public var description: String { hex(bytes.count) }

  /// The first `count` bytes as hexadecimal digits.
  public func hex(_ count: Int) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.prefix(count).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// The first `count` bytes in URL-safe Base64 without padding (RFC 4648, section 5).
  public func base64(_ count: Int) -> String {
    Base64.addressText(Array(bytes.prefix(count)))
  }
}
