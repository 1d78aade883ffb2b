internal import RunRecords

/// The numbers in a directive's outputs, by the names that expressions and `run:` links use.
struct RecordedValues: Sendable {
  private var scalars: [String: Double] = [:]
  private var series: [String: [Double]] = [:]

  /// Collects the numbers of metrics, histories and tables (a table's columns by key).
  init(_ outputs: [Output]) {
    for output in outputs {
      switch output {
      case .metrics(let metrics):
        for metric in metrics.metrics { scalars[metric.name] = metric.value }
      case .history(let history):
        for (column, name) in history.metrics.enumerated() {
          series[name] = history.rows.map { $0[column] }
        }
      case .table(let table): collect(table)
      case .text, .figure, .error: break
      }
    }
  }

  /// The number, or nil where there is none of that name or no such row.
  func value(_ name: String, row: Int?) -> Double? {
    if let values = series[name] {
      guard let row else { return values.last }
      return row <= values.count ? values[row - 1] : nil
    }
    return row == nil ? scalars[name] : nil
  }

  private mutating func collect(_ table: TableOutput) {
    for (index, column) in table.columns.enumerated() where series[column.key] == nil {
      let numbers = table.rows.map { row -> Double? in
        switch row[index] {
        case .integer(let value): Double(value)
        case .number(let value): value
        case .text, .missing: nil
        }
      }
      let known = numbers.compactMap { $0 }
      if known.count == numbers.count, !known.isEmpty { series[column.key] = known }
    }
  }
}
