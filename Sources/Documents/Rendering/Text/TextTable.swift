internal import Diagnostics
internal import RunRecords
internal import Words

/// A table as texts and sides, the form that all formats draw from.
struct TextTable {
  struct Column {
    var heading: String
    var isNumeric: Bool
  }
  var columns: [Column]
  var rows: [[String]]
  var notes: [String] = []

  init(columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }

  /// Volatile columns are left out unless asked for.
  init(_ table: TableOutput, in language: Language, withVolatile: Bool = false) {
    let shown = table.columns.indices.filter { withVolatile || !table.columns[$0].isVolatile }
    columns = shown.map {
      Column(heading: table.columns[$0].heading, isNumeric: table.columns[$0].format != .text)
    }
    rows = table.rows.map { row in
      shown.map { index in
        guard index < row.count else { return "" }
        return Self.text(row[index], as: table.columns[index].format, in: language)
      }
    }
    notes = table.notes
  }

  /// One row an epoch, numbered from 1.
  init(_ history: HistoryOutput, in language: Language) {
    columns = ([language.words.epoch] + history.metrics).map {
      Column(heading: $0, isNumeric: true)
    }
    rows = history.rows.enumerated().map { index, row in
      let form = NumberForm(.fixed(digits: 4), in: language)
      let values = row.prefix(history.metrics.count).map(form.text)
      let missing = history.metrics.count - values.count
      return [String(index + 1)] + values + Array(repeating: "", count: max(0, missing))
    }
  }

  /// Side by side where there are few, one below the other where there are many.
  init(_ output: MetricsOutput, in language: Language) {
    let values = output.metrics.map { NumberForm($0.format, in: language).text($0.value) }
    if output.metrics.count <= 6 {
      columns = output.metrics.map { Column(heading: $0.label ?? $0.name, isNumeric: true) }
      rows = values.isEmpty ? [] : [values]
    } else {
      columns = [
        Column(heading: language.words.metric, isNumeric: false),
        Column(heading: language.words.value, isNumeric: true),
      ]
      rows = zip(output.metrics, values).map { [$0.label ?? $0.name, $1] }
    }
  }

  private static func text(
    _ cell: TableOutput.Cell, as format: NumberFormat, in language: Language
  ) -> String {
    switch cell {
    case .text(let text): text
    case .missing: "–"
    case .integer(let value): NumberForm(format, in: language).text(value)
    case .number(let value):
      format == .text ? String(describing: value) : NumberForm(format, in: language).text(value)
    }
  }
}
