/// Something whose bytes lie in one piece.
public protocol ByteMessage {
  func withBytes(_ body: (UnsafeRawBufferPointer) -> Void)
}

extension Array: ByteMessage where Element == UInt8 {
  public func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) { withUnsafeBytes(body) }
}

extension ArraySlice: ByteMessage where Element == UInt8 {
  public func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) { withUnsafeBytes(body) }
}

extension String: ByteMessage {
  public func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    var copy = self
    copy.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }
}
