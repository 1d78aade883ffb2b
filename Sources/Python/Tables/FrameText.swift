internal import PythonRuntime

/// A frame as pandas prints it: in notebooks wide ones in blocks of eighty characters, in scripts cut to eighty; long ones
/// by their ends.
struct FrameText {
  private let frame: FrameObject
  private let machine: Machine
  private let showsIndex: Bool

  init(_ frame: FrameObject, _ machine: Machine, showsIndex: Bool = true) {
    (self.frame, self.machine, self.showsIndex) = (frame, machine, showsIndex)
  }

  private static let width = 80

  func text() throws(PyError) -> String {
    let (height, width) = (frame.index.count, frame.columnIndex.count)
    guard height > 0, width > 0 else { return try empty() }
    let options = TableOptions.of(machine)
    let rows = options.shownRows(height)
    let shown = options.shownColumns(width)
    var columns = try self.columns(rows, shown)
    var isCut = shown.gap != nil
    if options.maxColumns == 0, let fitting = Self.fitting(columns), fitting < width {
      let lines = columns[0].count
      // Columns that are left out beforehand have dots already.
      if let gap = shown.gap { columns.remove(at: gap + 1) }
      let dots = [String](repeating: " ...", count: lines)
      columns = columns[...(fitting / 2)] + [dots] + columns.suffix(fitting / 2)
      isCut = true
    }
    var text =
      options.maxColumns == 0 ? TableText.joined(columns, space: 1) : blocks(columns)
    if rows.gap != nil || isCut { text += "\n\n[\(height) rows x \(width) columns]" }
    return text
  }

  /// All rows and columns, as `to_string` gives them.
  func whole() throws(PyError) -> String {
    let (height, width) = (frame.index.count, frame.columnIndex.count)
    guard height > 0, width > 0 else { return try empty() }
    return TableText.joined(
      try columns((Array(0..<height), nil), (Array(0..<width), nil)), space: 1)
  }

  private func empty() throws(PyError) -> String {
    func list(_ index: TableIndex) throws(PyError) -> String {
      "[\(try index.texts(machine).joined(separator: ", "))]"
    }
    return
      "Empty DataFrame\nColumns: \(try list(frame.columnIndex))\nIndex: \(try list(frame.index))"
  }

  /// How many columns a terminal has room for, those in the middle left out first; nil for all.
  private static func fitting(_ columns: [[String]]) -> Int? {
    var widths = columns.map { $0.map(\.width).max() ?? 0 }
    var excess = widths.reduce(0, +) + widths.count - 1 - width + 1
    guard excess > 0 else { return nil }
    // The column of dots.
    excess += 5
    while excess > 0, widths.count > 1 {
      let middle = Int((Double(widths.count) / 2).rounded(.toNearestOrEven))
      excess -= widths.remove(at: middle) + 1
    }
    return max(widths.count - 1, 2)
  }

  /// The labels and the columns, each as its lines, with dots where something is left out.
  private func columns(
    _ rows: (rows: [Int], gap: Int?), _ shown: (places: [Int], gap: Int?)
  ) throws(PyError) -> [[String]] {
    let index = frame.index
    let named = index.name.map { [$0] } ?? []
    let labels = named + (try index.taking(rows.rows).texts(machine))
    var columns = [left([frame.columnName ?? ""] + labels)]
    let names = try self.names(shown.places)
    for (order, (place, name)) in zip(shown.places, names).enumerated() {
      // pandas asks the column at the place where this one is shown whether a blank is due.
      let head = frame.column(order).isNumeric ? " \(name)" : name
      columns.append(try self.column(place, head, rows.rows, isNamed: index.name != nil))
    }
    if let gap = shown.gap {
      columns.insert([String](repeating: " ...", count: columns[0].count), at: gap + 1)
    }
    if let gap = rows.gap {
      for place in columns.indices {
        insertDots(&columns[place], at: gap + 1 + named.count, isFirst: place == 0)
      }
    }
    return showsIndex ? columns : Array(columns.dropFirst())
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
  private func column(
    _ place: Int, _ head: String, _ rows: [Int], isNamed: Bool
  ) throws(PyError) -> [String] {
    let texts = try TableText.texts(
      frame.column(place).taking(rows, machine), hasBlank: showsIndex, machine)
    let widened = TableText.widened(texts, least: head.width)
    let width = widened.first?.width ?? head.width
    let blanks = String(repeating: " ", count: max(0, width - head.width))
    return [blanks + head] + (isNamed ? [String(repeating: " ", count: width)] : []) + widened
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
    let room = Self.width - (labels.map(\.width).max() ?? 0) - 1
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
