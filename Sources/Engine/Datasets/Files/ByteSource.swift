internal import Memory

/// Decompressed bytes that arrive in order.
protocol ByteSource: AnyObject {
  /// Fills the start of `buffer` and says how many bytes came; 0 at the end only.
  func read(into buffer: MutableElements<UInt8>) throws(FileProblem) -> Int
}
