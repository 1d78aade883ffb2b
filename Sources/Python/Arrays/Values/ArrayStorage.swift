internal import Memory

/// The elements that an array and its views share: memory, or bytes with a table.
///
/// With a table the element is `table[byte]`: a chain of elementwise operations over bytes, such as
/// `x.astype('float32') / 255`, that takes no memory of its own. A write makes it dense first.
final class ArrayStorage {
  let dtype: DType
  /// Elements, not bytes.
  let count: Int
  private(set) var buffer: ByteBuffer
  /// The first byte of the source in `buffer`; only with a table.
  private(set) var start: Int
  private(set) var table: LookupTable?
  /// How often somebody asked for memory to write to.
  private(set) var writes = 0

  init(zeros count: Int, dtype: DType) {
    (self.dtype, self.count, start, table) = (dtype, count, 0, nil)
    buffer = ByteBuffer(zeros: count * dtype.size)
  }

  init(uninitialized count: Int, dtype: DType) {
    (self.dtype, self.count, start, table) = (dtype, count, 0, nil)
    buffer = ByteBuffer(uninitialized: count * dtype.size)
  }

  /// A chain over `count` bytes of another storage's memory, which is kept as it is now.
  init(_ table: LookupTable, over buffer: ByteBuffer, start: Int, count: Int, dtype: DType) {
    (self.dtype, self.count, self.start, self.table) = (dtype, count, start, table)
    self.buffer = buffer
  }

  /// Memory to write to: made dense, and not shared with any other storage.
  func writable() -> MutableElements<UInt8> {
    writes += 1
    if table != nil {
      buffer = dense()
      (table, start) = (nil, 0)
    } else if !isKnownUniquelyReferenced(&buffer) {
      buffer = ByteBuffer(copying: buffer)
    }
    return buffer.bytes
  }

  private func dense() -> ByteBuffer {
    let target = ArrayStorage(uninitialized: count, dtype: dtype)
    for from in stride(from: 0, to: count, by: chunkSize) {
      let length = min(chunkSize, count - from)
      if dtype.isFloating {
        let chunk = ChunkBuffer<Double>()
        load(chunk.elements, from: from, stride: 1, count: length)
        target.store(Elements(chunk.elements), at: from, stride: 1, count: length)
      } else {
        let chunk = ChunkBuffer<Int>()
        load(chunk.elements, from: from, stride: 1, count: length)
        target.store(Elements(chunk.elements), at: from, stride: 1, count: length)
      }
    }
    return target.buffer
  }

  /// Replaces the chain's table, when this is one: every array that shares it sees the change.
  func retable(_ change: (LookupTable) -> LookupTable) {
    writes += 1
    if let table { self.table = change(table) }
  }
}
