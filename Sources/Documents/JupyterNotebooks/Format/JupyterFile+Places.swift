internal import Diagnostics
internal import JSON

extension JupyterFile {
  /// The file's byte at which a cell's source has a UTF-8 offset. Cost: linear in the cell.
  public func offset(ofSource offset: Int, inCell cell: Int) -> Int {
    guard cellNodes.indices.contains(cell) else { return 0 }
    let node = cellNodes[cell]
    guard let nodes = (node["source"] ?? node["input"])?.textNodes, let last = nodes.last else {
      return node.range.lowerBound
    }
    var rest = offset
    for text in nodes {
      let count = text.value.string?.utf8.count ?? 0
      if rest < count { return place(rest, in: text.range) }
      rest -= count
    }
    return last.range.upperBound - 1
  }

  /// Where the decoded text of a string has an offset: escapes are longer than what they mean.
  private func place(_ offset: Int, in string: Range<Int>) -> Int {
    var index = string.lowerBound + 1
    var rest = offset
    while rest > 0, index < string.upperBound - 1 {
      let (length, decoded) = unit(at: index)
      if decoded > rest { break }
      index += length
      rest -= decoded
    }
    return index
  }

  /// How long an escape or a byte is in the file, and how many bytes it means.
  private func unit(at index: Int) -> (length: Int, decoded: Int) {
    let bytes = source.bytes
    guard bytes[index] == UInt8(ascii: "\\") else { return (1, 1) }
    guard bytes[index + 1] == UInt8(ascii: "u") else { return (2, 1) }
    let digits = String(decoding: bytes[index + 2..<index + 6], as: UTF8.self)
    switch Int(digits, radix: 16) ?? 0 {
    case 0..<0x80: return (6, 1)
    case 0x80..<0x800: return (6, 2)
    case 0xD800..<0xDC00 where bytes[(index + 6)...].starts(with: "\\u".utf8): return (12, 4)
    default: return (6, 3)
    }
  }
}
