extension Prose {
  /// Puts each cell of each pipe table on a line of its own as a heading, and notes its place.
  ///
  /// That way libcmark reads every cell as inline Markdown, with the document's link references.
  mutating func extractTables() {
    var result: [[UInt8]] = []
    var copied = 0
    for leaf in leaves() where leaf.kind == .paragraph {
      guard leaf.lines.lowerBound >= copied, let table = table(in: leaf.lines, leaf.depth) else {
        continue
      }
      result += lines[copied..<table.lines.lowerBound]
      append(table.rows, alignments: table.alignments, to: &result)
      copied = table.lines.upperBound
    }
    lines = result + lines[copied...]
  }

  private struct Table {
    let lines: Range<Int>
    let rows: [TableRow]
    let alignments: [TableCell.Alignment?]
  }

  private func table(in range: Range<Int>, _ depth: Int) -> Table? {
    var header: TableRow?
    let start = ContainerMarks.prefix(of: lines[range.lowerBound])
    for index in range {
      guard let row = TableRow(lines[index], depth: depth),
        depth == 0 || !row.isLazy(behind: start)
      else {
        header = nil
        continue
      }
      if let header, header.hasPipe || row.hasPipe, let alignments = row.alignments,
        alignments.count == header.cells.count
      {
        var rows = [header]
        for next in index + 1..<range.upperBound {
          guard let row = TableRow(lines[next], depth: depth, under: header),
            depth == 0 || row.prefix.count >= header.prefix.count
          else { break }
          rows.append(row)
        }
        let last = index + rows.count
        return Table(lines: index - 1..<last, rows: rows, alignments: alignments)
      }
      header = row
    }
    return nil
  }

  private mutating func append(
    _ rows: [TableRow], alignments: [TableCell.Alignment?], to result: inout [[UInt8]]
  ) {
    for (number, row) in rows.enumerated() {
      var prefix = row.prefix
      for column in alignments.indices {
        let content = column < row.cells.count ? row.cells[column] : []
        result.append(prefix + Array("# ".utf8) + content + Array(" #".utf8))
        cells[result.count] = TableCell(
          row: number, column: column, rows: rows.count, columns: alignments.count,
          alignment: alignments[column])
        // Only a row's first cell may open the list item that the row stands in.
        prefix = prefix.map { $0 == UInt8(ascii: ">") || $0 == 0x09 ? $0 : 0x20 }
      }
    }
  }
}
