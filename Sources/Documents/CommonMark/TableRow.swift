/// A line read as a row of a pipe table (GFM, section 4.10).
struct TableRow {
  /// What stands before the row: indentation and the marks of containers.
  let prefix: [UInt8]
  /// The cells without padding, `\|` already a pipe.
  let cells: [[UInt8]]
  let hasPipe: Bool

  /// Nil for a blank line and, in a container, for a line whose row doesn't begin with a pipe unless it stands
  /// under a header.
  init?(_ line: [UInt8], depth: Int, under header: TableRow? = nil) {
    let pipe = UInt8(ascii: "|")
    var start = line.prefix { $0 == 0x20 || $0 == 0x09 }.count
    if depth > 0 {
      start = min(ContainerMarks.prefix(of: line).count, header?.prefix.count ?? .max)
      guard start < line.count, line[start] == pipe || header != nil else { return nil }
    }
    var end = line.count
    while end > start, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
    guard start < end else { return nil }
    prefix = Array(line[..<start])
    cells = Self.split(line[start..<end])
    hasPipe = line[start..<end].contains(pipe)
  }

  /// Whether the row stands outside of the containers of the paragraph's first line, and only continues its text.
  func isLazy(behind start: ArraySlice<UInt8>) -> Bool {
    let quote = UInt8(ascii: ">")
    let isItem = start.contains { $0 != quote && $0 != 0x20 && $0 != 0x09 }
    let quotations = start.count { $0 == quote }
    // What an item holds is indented by two columns or more.
    let isOutside = quotations == 0 && start.count > 1 && prefix.count < 2
    return isOutside || prefix.count { $0 == quote } < quotations
      || (isItem && prefix.count < start.count)
  }

  /// The alignments of the columns, where this is a delimiter row.
  var alignments: [TableCell.Alignment?]? {
    var result: [TableCell.Alignment?] = []
    for cell in cells {
      let isLeft = cell.first == UInt8(ascii: ":")
      let isRight = cell.count > 1 && cell.last == UInt8(ascii: ":")
      let dashes = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      result.append(isLeft && isRight ? .center : isLeft ? .left : isRight ? .right : nil)
    }
    return result
  }

  private static func split(_ row: ArraySlice<UInt8>) -> [[UInt8]] {
    let pipe = UInt8(ascii: "|")
    let backslash = UInt8(ascii: "\\")
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    for byte in row.first == pipe ? row.dropFirst() : row {
      if byte == pipe, cell.last == backslash {
        cell[cell.count - 1] = pipe
      } else if byte == pipe {
        cells.append(trimmed(cell))
        cell = []
      } else {
        cell.append(byte)
      }
    }
    let last = trimmed(cell)
    if !last.isEmpty || row.last != pipe || cells.isEmpty { cells.append(last) }
    return cells
  }

  private static func trimmed(_ cell: [UInt8]) -> [UInt8] {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let rest = cell.drop(while: isBlank)
    return rest.reversed().drop(while: isBlank).reversed()
  }
}
