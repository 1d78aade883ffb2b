package import Memory

/// The numbers of an array where they lie, to be read while this is held: who writes to the array
/// meanwhile gets memory of his own first. It is sendable because of that: nobody writes to its memory.
package struct LentNumbers: @unchecked Sendable {
  /// What the numbers lie in memory as.
  package enum Form: Hashable, Sendable {
    /// Bytes, each standing for one of 256 numbers.
    case bytes([Float])
    case singles, doubles
  }

  /// Bytes have their table with them.
  package let form: Form
  /// How many numbers there are, over all axes.
  package let count: Int
  private let buffer: ByteBuffer
  /// The first one's byte.
  private let first: Int

  /// Nil where the array's numbers don't lie in row-major order, or in another form.
  package init?(_ array: NumericArray) {
    guard array.isContiguous else { return nil }
    let storage = array.storage
    if storage.table != nil || array.dtype.size == 1 {
      let table = storage.table ?? .identity(of: array.dtype)
      form = .bytes((0..<256).map { Float(table.real(UInt8($0))) })
    } else if array.dtype == .float32 {
      form = .singles
    } else if array.dtype == .float64 {
      form = .doubles
    } else {
      return nil
    }
    count = array.size
    buffer = storage.buffer
    first = storage.start + array.offset * (storage.table == nil ? array.dtype.size : 1)
  }

  /// The bytes of some of the numbers.
  package func bytes(_ range: Range<Int>) -> Elements<UInt8> {
    let size =
      switch form {
      case .bytes: 1
      case .singles: 4
      case .doubles: 8
      }
    return Elements(
      buffer.bytes[first + range.lowerBound * size..<first + range.upperBound * size])
  }

  /// Some of the numbers in single precision, as NumPy rounds them.
  package func read(_ range: Range<Int>, into row: MutableElements<Float>) {
    let bytes = bytes(range)
    switch form {
    case .bytes(let table):
      table.withElements { table in
        for index in bytes.indices { row[index] = table[Int(bytes[index])] }
      }
    case .singles: row.update(from: bytes.viewed(as: Float.self))
    case .doubles:
      let numbers = bytes.viewed(as: Double.self)
      for index in numbers.indices { row[index] = Float(numbers[index]) }
    }
  }
}
