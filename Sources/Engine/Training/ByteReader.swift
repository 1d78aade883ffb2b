/// Takes back what a ``ByteWriter`` wrote; nil where the bytes are something else.
struct ByteReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }
  private var left: Int { bytes.count - offset }

  mutating func word() -> UInt64? {
    guard left >= 8 else { return nil }
    defer { offset += 8 }
    return (0..<8).reversed().reduce(0) { $0 << 8 | UInt64(bytes[offset + $1]) }
  }

  /// A count of at most `limit` things; by default as many as there are bytes left.
  mutating func count(limit: Int? = nil) -> Int? {
    guard let word = word(), let count = Int(exactly: word), count <= limit ?? left else {
      return nil
    }
    return count
  }

  mutating func floats() -> [Float]? {
    guard let count = count(), count <= left / 4 else { return nil }
    defer { offset += 4 * count }
    return [Float](littleEndian: bytes[offset..<offset + 4 * count])
  }

  mutating func number() -> Double? { word().map(Double.init(bitPattern:)) }

  /// As many items as the count in front says.
  mutating func list<Item>(_ item: (inout ByteReader) -> Item?) -> [Item]? {
    guard let count = count() else { return nil }
    var items: [Item] = []
    for _ in 0..<count {
      guard let next = item(&self) else { return nil }
      items.append(next)
    }
    return items
  }
}
