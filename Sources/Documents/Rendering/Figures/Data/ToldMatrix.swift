internal import Diagnostics
internal import RunRecords
internal import Words

/// A heat map in words and numbers.
struct ToldMatrix {
  let matrix: Figure.Matrix
  let title: String
  let language: Language
  private let form: ToldNumbers

  /// More columns than this make no table that anyone reads.
  private static let mostColumns = 32

  init(_ matrix: Figure.Matrix, title: String?, language: Language) {
    (self.matrix, self.title, self.language) = (matrix, title ?? "", language)
    form = ToldNumbers(matrix.values.flatMap { $0 }, in: language)
  }

  private var columnCount: Int { matrix.values.map(\.count).max() ?? 0 }

  /// A sentence: how large it is, its least and its greatest value and where they are.
  var summary: String {
    let size = "\(matrix.values.count) × \(columnCount)"
    let values = matrix.values.enumerated().flatMap { row, values in
      values.enumerated().map { (row: row, column: $0, value: $1) }
    }.filter(\.value.isFinite)
    guard let least = values.min(by: { $0.value < $1.value }),
      let greatest = values.min(by: { $0.value > $1.value })
    else { return [title, size].filter { !$0.isEmpty }.joined(separator: ": ") }
    func told(_ cell: (row: Int, column: Int, value: Double)) -> String {
      let place = [
        name(matrix.rowTitle, matrix.rowLabels, cell.row),
        name(matrix.columnTitle, matrix.columnLabels, cell.column),
      ]
      return "\(form.text(cell.value)) (\(place.joined(separator: ", ")))"
    }
    let words = language.words.matrix(size, least: told(least), greatest: told(greatest))
    return title.isEmpty ? words : "\(title): \(words)"
  }

  private func name(_ title: String, _ labels: [String], _ index: Int) -> String {
    let label = index < labels.count ? labels[index] : "\(index + 1)"
    return title.isEmpty ? label : "\(title) \(label)"
  }

  /// A row for each row of the matrix, its name before it.
  var table: TextTable {
    let rows = ShownRows(of: matrix.values.count)
    let columns = 0..<min(columnCount, Self.mostColumns)
    var table = TextTable(
      columns: [TextTable.Column(heading: matrix.rowTitle, isNumeric: false)]
        + columns.map { column in
          let label = column < matrix.columnLabels.count ? matrix.columnLabels[column] : ""
          return TextTable.Column(heading: label, isNumeric: true)
        },
      rows: rows.indices.map { row in
        let values = matrix.values[row]
        return [row < matrix.rowLabels.count ? matrix.rowLabels[row] : "\(row + 1)"]
          + columns.map { $0 < values.count ? form.text(values[$0]) : "" }
      })
    table.notes = rows.notes(in: language)
    if columns.count < columnCount {
      table.notes.append(language.words.columns(columns.count, of: columnCount))
    }
    return table
  }
}
