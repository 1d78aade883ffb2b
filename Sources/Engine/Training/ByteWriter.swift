internal import Memory

/// Appends numbers to bytes, little-endian.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: UInt64) {
    for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }

  mutating func write(_ number: Int) { write(UInt64(number)) }

  mutating func write(_ floats: [Float]) {
    write(floats.count)
    bytes.append(contentsOf: floats.littleEndianBytes)
  }
}

extension [Float] {
  /// The numbers' bytes as the machine has them: least first on all that Swift runs on.
  var littleEndianBytes: [UInt8] {
    [UInt8](filling: 4 * count) { bytes in
      withElements { bytes.viewed(as: Float.self).update(from: $0) }
    }
  }

  /// As many numbers as whole ones lie in the bytes.
  init(littleEndian bytes: ArraySlice<UInt8>) {
    self = bytes.withElements { bytes in
      [Float](filling: bytes.count / 4) { numbers in
        numbers.viewed(as: UInt8.self).update(from: bytes[0..<bytes.count / 4 * 4])
      }
    }
  }
}
