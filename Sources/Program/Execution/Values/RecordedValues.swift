internal import Notebooks
internal import RunRecords

/// The numbers in a directive's outputs, by the names that expressions and `run:` links use.
struct RecordedValues: Sendable {
  private var scalars: [String: Double] = [:]
  private var series: [String: [Double]] = [:]
  /// How the outputs show them.
  private var formats: [String: NumberFormat] = [:]

  /// Collects the numbers of a task's outputs, and those that its variables held.
  init(_ task: TaskRecord) {
    self.init(task.outputs)
    for number in task.numbers ?? [] { add(number) }
  }

  /// Collects the numbers of metrics, histories and tables (a table's columns by key).
  init(_ outputs: [Output]) {
    for output in outputs {
      switch output {
      case .metrics(let metrics):
        for metric in metrics.metrics { add(metric) }
      case .history(let history):
        for (column, name) in history.metrics.enumerated() {
          series[name] = history.rows.map { $0[column] }
        }
      case .table(let table): collect(table)
      case .text, .figure, .error: break
      }
    }
  }

  /// What parameters' numbers are known by: `params.epocas`.
  static let parameters = "params"

  /// The numbers among parameters.
  init(parameters: [(name: String, value: OptionValue)]) {
    for parameter in parameters {
      guard let number = Self.number(parameter.value) else { continue }
      (scalars[parameter.name], formats[parameter.name]) = (number, .text)
    }
  }

  /// A parameter's value, where it is a number.
  static func number(_ parameter: OptionValue) -> Double? {
    switch parameter.kind {
    case .int(let number): Double(number)
    case .double(let number): number
    case .null, .bool, .string, .list, .mapping: nil
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

  /// How an output shows the number.
  func format(_ name: String) -> NumberFormat { formats[name] ?? .fixed(digits: 4) }

  private mutating func add(_ metric: MetricsOutput.Metric) {
    (scalars[metric.name], formats[metric.name]) = (metric.value, metric.format)
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
      guard known.count == numbers.count, !known.isEmpty else { continue }
      (series[column.key], formats[column.key]) = (known, column.format)
    }
  }
}
