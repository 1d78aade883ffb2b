/// What a line in a quotation or list begins with.
enum ContainerMarks {
  /// The indentation, the marks of quotations and those of items that blanks follow.
  static func prefix(of line: [UInt8]) -> ArraySlice<UInt8> {
    var end = 0
    while end < line.count {
      let isBlank = line[end] == 0x20 || line[end] == 0x09
      guard isBlank || line[end] == UInt8(ascii: ">") else {
        guard let mark = itemEnd(in: line, from: end) else { break }
        end = mark
        continue
      }
      end += 1
    }
    return line[..<end]
  }

  /// The blank behind the mark of a list's item.
  private static func itemEnd(in line: [UInt8], from start: Int) -> Int? {
    var end = start
    if "+-*".utf8.contains(line[start]) {
      end += 1
    } else {
      while end < line.count, end - start < 9, (0x30...0x39).contains(line[end]) { end += 1 }
      guard end > start, end < line.count, ".)".utf8.contains(line[end]) else { return nil }
      end += 1
    }
    return end < line.count && (line[end] == 0x20 || line[end] == 0x09) ? end : nil
  }
}
