internal import Texts

/// Rows whose columns line up: the first to the left, the others to the right.
struct BenchTable {
  private var rows: [[String]]

  init(_ heads: [String]) { rows = [heads] }

  mutating func add(_ name: String, _ cells: [String]) { rows.append([name] + cells) }

  /// The rows, each with a line end.
  var text: String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + space : space + cell
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// A number with this many places.
  static func number(_ value: Double, _ places: Int = 1) -> String {
    value.isFinite && abs(value) < 1e15 ? FloatText.fixed(value, places) : "\(value)"
  }
}
