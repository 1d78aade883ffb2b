internal import Diagnostics
internal import Tensors

/// NumPy's NPY format, versions 1 to 3: a magic, a version, the header's size, the header as a
/// Python dictionary, then the elements.
enum NPYFile {
  /// NumPy's headers of plain arrays take 128 bytes; more than this is no such header.
  private static let headerLimit = 1 << 14

  /// Images `[count, height, width]`, or with channels, as bytes.
  static func images(
    _ content: ContentReader, shape: Shape, limit: Int
  ) throws(DatasetError) -> [UInt8] {
    let header = try header(content)
    guard header.elementType == "|u1" else {
      throw content.failure(
        .elementType(expected: Message("'|u1'", pt: "'|u1'"), found: header.elementType), at: 0)
    }
    if header.isColumnMajor { throw content.failure(.columnMajor, at: 0) }
    let extents = Array(header.shape.dropFirst())
    guard let count = header.shape.first, (1...limit).contains(count),
      extents == shape.extents || (shape[2] == 1 && extents + [1] == shape.extents)
    else {
      let size = "\(shape[0]), \(shape[1])"
      let expected = Message("(1 to \(limit), \(size))", pt: "(1 a \(limit), \(size))")
      throw content.failure(.wrongShape(expected: expected, found: header.shape), at: 0)
    }
    let size = count * shape.count
    let pixels = try content.bytes(size, total: content.offset + size)
    try content.expectEnd()
    return pixels
  }

  /// Labels `[count]` of any whole-number type, each below `classCount`.
  static func labels(
    _ content: ContentReader, classCount: Int, limit: Int
  ) throws(DatasetError) -> [UInt8] {
    let header = try header(content)
    guard let type = IntegerType(header.elementType) else {
      let expected = Message("'|u1' or another whole number", pt: "'|u1' ou outro inteiro")
      throw content.failure(.elementType(expected: expected, found: header.elementType), at: 0)
    }
    guard header.shape.count == 1, (1...limit).contains(header.shape[0]) else {
      throw content.failure(
        .wrongShape(
          expected: Message("(1 to \(limit),)", pt: "(1 a \(limit),)"), found: header.shape), at: 0)
    }
    let start = content.offset
    let size = header.shape[0] * type.size
    let bytes = try content.bytes(size, total: start + size)
    try content.expectEnd()
    var labels: [UInt8] = []
    labels.reserveCapacity(header.shape[0])
    for index in 0..<header.shape[0] {
      let label = type.value(bytes[index * type.size..<(index + 1) * type.size])
      guard (0..<classCount).contains(label) else {
        throw content.failure(
          .labelOutOfRange(index: index, label: label, classCount: classCount),
          at: start + index * type.size)
      }
      labels.append(UInt8(label))
    }
    return labels
  }

  private static func header(_ content: ContentReader) throws(DatasetError) -> NPYHeader {
    let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
    let found = try content.bytes(6, total: 10)
    guard found == magic else {
      throw content.failure(.wrongMagic(expected: magic, found: found), at: 0)
    }
    let version = Int(try content.bytes(2, total: 10)[0])
    guard (1...3).contains(version) else {
      throw content.failure(.wrongField(.version, expected: 1...3, found: version), at: 6)
    }
    let sizeBytes = try content.bytes(version == 1 ? 2 : 4, total: version == 1 ? 10 : 12)
    let size = sizeBytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard (1...headerLimit).contains(size) else {
      throw content.failure(
        .wrongField(.headerSize, expected: 1...headerLimit, found: size), at: 8)
    }
    let start = content.offset
    let text = String(decoding: try content.bytes(size, total: start + size), as: UTF8.self)
    guard let header = NPYHeader(text) else {
      throw content.failure(.malformedHeader(text: String(text.prefix(40))), at: start)
    }
    return header
  }
}
