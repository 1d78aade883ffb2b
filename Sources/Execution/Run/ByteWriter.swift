internal import Memory

/// Appends numbers and texts to bytes, little-endian.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: UInt64) {
    for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }

  mutating func write(_ number: Int) { write(UInt64(number)) }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ floats: [Float]) {
    write(floats.count)
    bytes.append(contentsOf: floats.littleEndianBytes)
  }
}

extension [Float] {
  /// The numbers' bytes, least first.
  var littleEndianBytes: [UInt8] {
    [UInt8](filling: 4 * count) { bytes in
      for (index, number) in enumerated() {
        let bits = number.bitPattern
        for place in 0..<4 {
          bytes[4 * index + place] = UInt8(truncatingIfNeeded: bits >> (8 * place))
        }
      }
    }
  }

  /// As many numbers as whole ones lie in the bytes.
  init(littleEndian bytes: ArraySlice<UInt8>) {
    self = bytes.withElements { bytes in
      [Float](filling: bytes.count / 4) { numbers in
        for index in numbers.indices {
          let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[4 * index + $1]) << (8 * $1) }
          numbers[index] = Float(bitPattern: bits)
        }
      }
    }
  }
}
