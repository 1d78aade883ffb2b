/// A table in the box drawing that Keras 3 uses.
struct SummaryTable {
  var headings: [String]
  var widths: [Int]
  /// The column whose texts stand to the right.
  var right = 2
  /// The column whose texts stand in the middle.
  var center: Int?
  /// How many characters of a line are shown, as many as a notebook's console has.
  private static let shownWidth = 80

  /// - Parameters:
  ///   - positions: where each column ends, as shares of a line's length.
  ///   - length: how many characters a line has.
  init(headings: [String], positions: [Double], length: Int) {
    self.headings = headings
    var (widths, current) = ([Int](), 0)
    for position in positions {
      let width = Int(position * Double(length)) - current
      widths.append(width)
      current += width
    }
    self.widths = Self.shrunk(widths, into: length)
  }

  /// Columns' widths without the blanks beside their texts, made smaller as Rich does where these and the lines
  /// between columns leave too little room.
  private static func shrunk(_ widths: [Int], into length: Int) -> [Int] {
    let wanted = widths.map { $0 + 2 }
    var excess = wanted.reduce(0, +) - (length - (widths.count + 1))
    return wanted.enumerated().map { index, width in
      let share = Double(excess) / Double(widths.count - index)
      let taken = min(width, Int(share.rounded(.toNearestOrEven)))
      excess -= taken
      return width - taken - 2
    }
  }

  func text(_ rows: [[String]]) -> String {
    var lines = [line("┏", "┳", "┓", "━")] + headingLines + [line("┡", "╇", "┩", "━")]
    for (index, row) in rows.enumerated() {
      if index > 0 { lines.append(line("├", "┼", "┤", "─")) }
      let wrapped = zip(row, widths).map { Self.wrap($0, $1) }
      for part in 0..<(wrapped.map(\.count).max() ?? 0) {
        lines.append(cells(wrapped.map { part < $0.count ? $0[part] : "" }, "│"))
      }
    }
    lines.append(line("└", "┴", "┘", "─"))
    return lines.map { $0.prefix(Self.shownWidth) + "\n" }.joined()
  }

  /// The headings, which stand at the bottom of as many lines as the tallest takes.
  private var headingLines: [String] {
    let wrapped = zip(headings, widths).map { Self.wrap($0, $1) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { part in
      cells(
        wrapped.map { part + $0.count < height ? "" : $0[part + $0.count - height] }, "┃")
    }
  }

  private func line(_ left: String, _ middle: String, _ right: String, _ dash: String) -> String {
    left + widths.map { String(repeating: dash, count: $0 + 2) }.joined(separator: middle) + right
  }

  private func cells(_ texts: [String], _ bar: String) -> String {
    bar
      + zip(texts, widths).enumerated().map { index, cell in
        let spare = max(cell.1 - cell.0.count, 0)
        let before = index == right ? spare : index == center ? spare / 2 : 0
        return String(repeating: " ", count: 1 + before) + cell.0
          + String(repeating: " ", count: 1 + spare - before)
      }.joined(separator: bar) + bar
  }

  /// Words in lines of a width; a longer word ends in an ellipsis.
  private static func wrap(_ text: String, _ width: Int) -> [String] {
    if text.count <= width { return [text] }
    var lines: [String] = []
    // A row of what is inside of another begins with blanks.
    var current = String(text.prefix { $0 == " " })
    for word in text.split(separator: " ").map(String.init) {
      if current.allSatisfy({ $0 == " " }), current.count + word.count <= width {
        current += word
      } else if !current.isEmpty, current.count + 1 + word.count <= width {
        current += " \(word)"
      } else {
        if !current.isEmpty { lines.append(current) }
        current = word.count <= width ? word : String(word.prefix(width - 1)) + "…"
      }
    }
    return lines + [current]
  }
}
