internal import Memory

/// Memory that one or more arrays read; nobody writes to it while two storages hold it.
final class ByteBuffer {
  private let block: MemoryBlock<UInt8>

  var bytes: MutableElements<UInt8> { block.elements }
  var size: Int { block.count }

  /// `size` bytes, all zero.
  init(zeros size: Int) { block = MemoryBlock(count: size) }

  /// `size` bytes that the caller fills before anyone reads them.
  init(uninitialized size: Int) { block = MemoryBlock(unfilled: size) }

  convenience init(copying other: ByteBuffer) {
    self.init(uninitialized: other.size)
    bytes.update(from: other.bytes)
  }
}
