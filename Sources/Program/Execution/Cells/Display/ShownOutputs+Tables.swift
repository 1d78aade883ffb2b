internal import PythonRuntime
internal import RunRecords
internal import Tables

extension TableOutput {
  /// A table that a cell ends with, as Jupyter shows it.
  init(_ table: ShownTable, name: String, shown: ShownForms) {
    var columns: [Column] = []
    for (place, column) in table.columns.enumerated() {
      let heading = column.heading
      let isTaken = columns.contains { $0.key == heading }
      let key = place == 0 ? "row" : isTaken || heading == "row" ? "\(heading)-\(place)" : heading
      columns.append(Column(key, heading: heading, format: Self.format(of: column)))
    }
    let count = table.columns.first?.cells.count ?? 0
    let rows = (0..<count).map { row in
      table.columns.map { column -> Cell in
        switch column.cells[row] {
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        }
      }
    }
    self.init(
      name: name, columns: columns, rows: rows, notes: table.note.map { [$0] } ?? [],
      shown: shown)
  }

  private static func format(of column: ShownTable.Column) -> NumberFormat {
    if column.isInteger { return .integer(grouped: false) }
    return column.digits.map { .plain(digits: $0) } ?? .text
  }
}
