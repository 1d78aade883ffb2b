internal import PythonRuntime

/// A frame as pandas prints it: wide ones in blocks of eighty characters, long ones by their ends.
struct FrameText {
  private let frame: FrameObject
  private let machine: Machine

  init(_ frame: FrameObject, _ machine: Machine) { (self.frame, self.machine) = (frame, machine) }

  func text() throws(PyError) -> String {
    let (height, width) = (frame.index.count, frame.columnIndex.count)
    guard height > 0, width > 0 else {
      func list(_ index: TableIndex) throws(PyError) -> String {
        "[\(try index.texts(machine).joined(separator: ", "))]"
      }
      return
        "Empty DataFrame\nColumns: \(try list(frame.columnIndex))\nIndex: \(try list(frame.index))"
    }
    let (rows, gap) = TableText.shownRows(height)
    // Of more than twenty columns the first and the last ten are shown.
    let isWide = width > 20
    let places = isWide ? Array(0..<10) + Array(width - 10..<width) : Array(0..<width)
    var columns = [[""] + left(try frame.index.taking(rows).texts(machine))]
    let names = try self.names(places)
    for (shown, (place, name)) in zip(places, names).enumerated() {
      // pandas asks the column at the place where this one is shown whether a blank is due.
      let head = frame.column(shown).isNumeric ? " \(name)" : name
      columns.append(try self.column(place, head, rows))
    }
    if isWide {
      columns.insert([String](repeating: " ...", count: columns[0].count), at: 11)
    }
    if let gap {
      for place in columns.indices { insertDots(&columns[place], at: gap + 1, isFirst: place == 0) }
    }
    var text = blocks(columns)
    if gap != nil || isWide { text += "\n\n[\(height) rows x \(width) columns]" }
    return text
  }

  private func left(_ texts: [String]) -> [String] {
    let width = texts.map(\.width).max() ?? 0
    return texts.map { $0 + String(repeating: " ", count: width - $0.width) }
  }

  /// The names of columns; numbers are filled up to one width.
  private func names(_ places: [Int]) throws(PyError) -> [String] {
    let names = frame.columnIndex.taking(places)
    let areNumbers = names.values.allSatisfy { if case .int = $0.plain { true } else { false } }
    let texts = try names.texts(machine)
    return areNumbers ? left(texts) : texts
  }

  /// The name of a column and its values, all of one width.
  private func column(_ place: Int, _ head: String, _ rows: [Int]) throws(PyError) -> [String] {
    let texts = try TableText.texts(frame.column(place).taking(rows, machine), machine)
    let widened = TableText.widened(texts, least: head.width)
    let width = widened.first?.width ?? head.width
    return [String(repeating: " ", count: max(0, width - head.width)) + head] + widened
  }

  private func insertDots(_ texts: inout [String], at place: Int, isFirst: Bool) {
    let isDots = texts[place] == " ..."
    let width = texts[place - 1].width
    let dots = width > 3 || isDots ? "..." : ".."
    let blanks = String(repeating: " ", count: max(0, width - dots.count))
    texts.insert(isFirst ? dots + blanks : blanks + dots, at: place)
  }

  /// The columns side by side, in as many blocks as the width needs; each has the labels.
  private func blocks(_ columns: [[String]]) -> String {
    let labels = columns[0]
    let widths = columns.dropFirst().map { $0.map(\.width).max() ?? 0 }
    let room = 80 - (labels.map(\.width).max() ?? 0) - 1
    var (ends, taken): ([Int], Int) = ([], 0)
    for (place, width) in widths.enumerated() {
      taken += width + 1
      let needed = taken + (place == widths.count - 1 ? 1 : 2)
      if needed > room, place > 0 {
        ends.append(place)
        taken = width + 1
      }
    }
    guard !ends.isEmpty else { return TableText.joined(columns, space: 1) }
    ends.append(widths.count)
    var (parts, start): ([String], Int) = ([], 0)
    for end in ends {
      var block = [labels] + columns[(start + 1)...end]
      let marks = end == ends.last ? [" ", " "] : [" \\", "  "]
      block.append([marks[0]] + [String](repeating: marks[1], count: labels.count - 1))
      if end == ends.last { block[block.count - 1] = [String](repeating: " ", count: labels.count) }
      parts.append(TableText.joined(block, space: 1))
      start = end
    }
    return parts.joined(separator: "\n\n")
  }
}
