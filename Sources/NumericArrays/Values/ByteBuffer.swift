/// Memory that one or more arrays read; nobody writes to it while two storages hold it.
final class ByteBuffer {
  let pointer: UnsafeMutableRawPointer
  let size: Int

  /// `size` bytes, all zero.
  init(zeros size: Int) {
    self.size = size
    pointer = .allocate(byteCount: max(size, 1), alignment: 16)
    pointer.initializeMemory(as: UInt8.self, repeating: 0, count: size)
  }

  init(copying other: ByteBuffer, from start: Int, count: Int) {
    size = count
    pointer = .allocate(byteCount: max(count, 1), alignment: 16)
    pointer.copyMemory(from: other.pointer + start, byteCount: count)
  }

  /// `size` bytes that the caller fills before anyone reads them.
  init(uninitialized size: Int) {
    self.size = size
    pointer = .allocate(byteCount: max(size, 1), alignment: 16)
  }

  deinit { pointer.deallocate() }
}
