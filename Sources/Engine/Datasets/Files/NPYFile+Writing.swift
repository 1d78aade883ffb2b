internal import Tensors

extension NPYFile {
  /// Bytes as an array of NumPy's type `uint8`, in version 1 of its format: the header ends with a line break at
  /// a multiple of 64 bytes.
  static func content(_ bytes: [UInt8], shape: [Int]) -> [UInt8] {
    let extents = shape.map(String.init).joined(separator: ", ")
    let text =
      "{'descr': '|u1', 'fortran_order': False, 'shape': (\(extents)\(shape.count == 1 ? "," : "")), }"
    let start: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
    let blanks = (64 - (start.count + 2 + text.utf8.count + 1) % 64) % 64
    let header = Array(text.utf8) + Array(repeating: UInt8(ascii: " "), count: blanks) + [0x0A]
    return start + [UInt8(header.count & 255), UInt8(header.count >> 8)] + header + bytes
  }
}

extension Dataset {
  /// The parts as NumPy's files, by the names that Keras' archives give them: `x_train` is
  /// `[count, height, width]` for images in grey, with channels for others; `y_train` is `[count]`.
  public var arrays: [(name: String, content: [UInt8])] {
    [("train", train), ("test", test)].flatMap { part, split in
      let image = split.imageShape.extents
      let extents = image.last == 1 ? Array(image.dropLast()) : image
      return [
        ("x_\(part)", NPYFile.content(split.images, shape: [split.count] + extents)),
        ("y_\(part)", NPYFile.content(split.labels, shape: [split.count])),
      ]
    }
  }
}
