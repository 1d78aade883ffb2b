internal import Tensors

/// The IDX format of MNIST's publishers: two zero bytes, an element type (8 for unsigned bytes), a
/// number of axes, each axis' extent as a big-endian 32-bit number, then the elements.
enum IDXFile {
  /// Images `[count, height, width]` as bytes.
  static func images(
    _ content: ContentReader, shape: Shape, limit: Int
  ) throws(DatasetError) -> [UInt8] {
    let count = try header(content, axes: 3, limit: limit)
    try expect(.height, shape.extents[0], content)
    try expect(.width, shape.extents[1], content)
    return try elements(content, count: count * shape.count)
  }

  /// Labels `[count]`, each below `classCount`.
  static func labels(
    _ content: ContentReader, classCount: Int, limit: Int
  ) throws(DatasetError) -> [UInt8] {
    let count = try header(content, axes: 1, limit: limit)
    let start = content.offset
    let labels = try elements(content, count: count)
    if let index = labels.firstIndex(where: { $0 >= classCount }) {
      let label = Int(labels[index])
      throw content.failure(
        .labelOutOfRange(index: index, label: label, classCount: classCount), at: start + index)
    }
    return labels
  }

  /// Checks the magic and gives the first extent, which must be from 1 to `limit`.
  private static func header(
    _ content: ContentReader, axes: Int, limit: Int
  ) throws(DatasetError) -> Int {
    let magic: [UInt8] = [0, 0, 8, UInt8(axes)]
    let found = try content.bytes(4, total: 4 + 4 * axes)
    guard found == magic else {
      throw content.failure(.wrongMagic(expected: magic, found: found), at: 0)
    }
    return try extent(.count, in: 1...limit, content, total: 4 + 4 * axes)
  }

  private static func expect(
    _ field: HeaderField, _ extent: Int, _ content: ContentReader
  ) throws(DatasetError) {
    _ = try self.extent(field, in: extent...extent, content, total: 16)
  }

  private static func extent(
    _ field: HeaderField, in range: ClosedRange<Int>, _ content: ContentReader, total: Int
  ) throws(DatasetError) -> Int {
    let place = content.offset
    let extent = try content.bytes(4, total: total).reduce(0) { $0 << 8 | Int($1) }
    guard range.contains(extent) else {
      throw content.failure(.wrongField(field, expected: range, found: extent), at: place)
    }
    return extent
  }

  private static func elements(
    _ content: ContentReader, count: Int
  ) throws(DatasetError) -> [UInt8] {
    let elements = try content.bytes(count, total: content.offset + count)
    try content.expectEnd()
    return elements
  }
}
