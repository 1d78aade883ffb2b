/// Archives with nothing compressed in them: gzip (RFC 1952) and zip (PKWARE's APPNOTE 6.3).
enum ArchiveMaker {
  /// One stored block of at most 65,535 bytes for each piece (RFC 1951, 3.2.4).
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    var start = 0
    repeat {
      let piece = bytes[start..<min(start + 65_535, bytes.count)]
      start += piece.count
      let size = BinaryNumbers.littleEndian(piece.count, 2)
      file += [start == bytes.count ? 1 : 0] + size + size.map { ~$0 } + piece
    } while start < bytes.count
    return file + BinaryNumbers.littleEndian(crc32(bytes), 4)
      + BinaryNumbers.littleEndian(bytes.count, 4)
  }

  /// Local headers with their files, then the directory.
  static func zip(_ members: [(String, [UInt8])]) -> [UInt8] {
    var (file, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, bytes) in members {
      let number = BinaryNumbers.littleEndian
      let common =
        number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(crc32(bytes), 4)
        + number(bytes.count, 4) + number(bytes.count, 4) + number(name.utf8.count, 2)
        + number(0, 2)
      directory +=
        [0x50, 0x4B, 1, 2] + number(20, 2) + common + number(0, 10) + number(file.count, 4)
        + Array(name.utf8)
      file += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + bytes
    }
    let count = BinaryNumbers.littleEndian(members.count, 2)
    let end =
      [0x50, 0x4B, 5, 6] + BinaryNumbers.littleEndian(0, 4) + count + count
      + BinaryNumbers.littleEndian(directory.count, 4) + BinaryNumbers.littleEndian(file.count, 4)
      + [0, 0]
    return file + directory + end
  }

  /// The checksum of both (ISO 3309).
  static func crc32(_ bytes: [UInt8]) -> Int {
    Int(
      ~bytes.reduce(~UInt32(0)) { crc, byte in (crc >> 8) ^ table[Int((crc ^ UInt32(byte)) & 0xFF)]
      })
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1
    }
  }
}

/// Numbers as they stand in files.
enum BinaryNumbers {
  static func bigEndian(_ value: Int) -> [UInt8] { littleEndian(value, 4).reversed() }

  static func littleEndian(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }
}
