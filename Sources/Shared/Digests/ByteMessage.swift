/// Something whose bytes lie in one piece.
public protocol ByteMessage {
  /// Lends all bytes in one piece, for as long as the body runs; calls it once.
  func withBytes(_ body: (UnsafeRawBufferPointer) -> Void)
}

extension Array: ByteMessage where Element == UInt8 {
  /// Lends the array's own memory, without a copy.
  public func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) { withUnsafeBytes(body) }
}

extension ArraySlice: ByteMessage where Element == UInt8 {
  /// Lends the slice's part of its array, without a copy.
  public func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) { withUnsafeBytes(body) }
}

extension String: ByteMessage {
  /// Lends the text as UTF-8; texts that are stored otherwise are copied first.
  public func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    var copy = self
    copy.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }
}
