internal import CCrypto

/// A SHA-256 digest (FIPS 180-4) that is fed piece by piece.
public final class SHA256Stream {
  private let context: OpaquePointer

  /// A stream without a byte yet; at once finished it gives the digest of the empty message.
  public init() {
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      preconditionFailure("SHA256Stream: libcrypto has no SHA-256")
    }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds bytes to the message.
  public func update(_ message: some ByteMessage) {
    message.withBytes { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
  }

  /// Adds plain numbers as the machine has them: least byte first on all that Swift runs on.
  public func update<Number: BitwiseCopyable>(numbers: [Number]) {
    numbers.withUnsafeBytes { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
  }

  /// Adds plain numbers of a part of an array.
  public func update<Number: BitwiseCopyable>(numbers: ArraySlice<Number>) {
    numbers.withUnsafeBytes { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
  }

  /// The digest of everything added, 32 bytes; ends the stream.
  public func finish() -> SHA256Digest {
    var bytes = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &bytes, nil)
    return SHA256Digest(bytes: bytes)
  }
}
