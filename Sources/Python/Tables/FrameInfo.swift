internal import PythonRuntime
internal import Arrays

/// What `info` prints of a frame: its columns, how many values each has, and what they take.
struct FrameInfo {
  private let frame: FrameObject
  private let machine: Machine

  init(_ frame: FrameObject, _ machine: Machine) { (self.frame, self.machine) = (frame, machine) }

  private var columns: [TableColumn] {
    (0..<frame.columnIndex.count).map { frame.column($0) }
  }

  func text() throws(PyError) -> String {
    let count = frame.index.count
    var lines = ["<class 'pandas.DataFrame'>", try rows()]
    guard !columns.isEmpty else { return lines[1] }
    lines.append("Data columns (total \(columns.count) columns):")
    var table = [[" # ", "---"], ["Column", "------"], ["Non-Null Count", "--------------"]]
    table.append(["Dtype", "-----"])
    for (place, column) in columns.enumerated() {
      table[0].append(" \(place)")
      table[1].append(try machine.str(frame.columnIndex[place]))
      table[2].append("\(count - column.missing.count { $0 }) non-null")
      table[3].append(column.dtypeName)
    }
    let widths = table.map { $0.map(\.width).max() ?? 0 }
    for line in table[0].indices {
      let cells = zip(table, widths).map { cells, width in
        cells[line] + String(repeating: " ", count: width - cells[line].width)
      }
      lines.append(cells.joined(separator: "  "))
    }
    return (lines + [kinds, "memory usage: \(memory)"]).joined(separator: "\n")
  }

  private func rows() throws(PyError) -> String {
    let count = frame.index.count
    var kind = "Index"
    if case .range = frame.index.labels { kind = "RangeIndex" }
    guard count > 0 else { return "\(kind): 0 entries" }
    let ends = try [0, count - 1].map { row throws(PyError) in
      try machine.str(frame.index[row])
    }
    return "\(kind): \(count) entries, \(ends[0]) to \(ends[1])"
  }

  /// How many columns there are of each dtype.
  private var kinds: String {
    let counts = Dictionary(grouping: columns.map(\.dtypeName)) { $0 }
    let texts = counts.keys.sorted().map { "\($0)(\(counts[$0]?.count ?? 0))" }
    return "dtypes: \(texts.joined(separator: ", "))"
  }

  /// What the labels and the columns take, in bytes; a plus where texts lie elsewhere.
  private var memory: String {
    var bytes = columns.reduce(0) { $0 + $1.count * ($1.numbers?.dtype.size ?? 8) }
    var hasMore = columns.contains { $0.dtypeName == "object" }
    bytes += frame.index.memory
    if case .values(let labels) = frame.index.labels {
      hasMore = hasMore || labels.contains { $0.double == nil }
    }
    var (amount, units) = (Double(bytes), ["bytes", "KB", "MB", "GB"][...])
    while amount >= 1024, units.count > 1 {
      amount /= 1024
      units = units.dropFirst()
    }
    let tenths = (amount * 10).rounded(.toNearestOrEven) / 10
    return "\(tenths)\(hasMore ? "+" : "") \(units.first ?? "")"
  }
}
