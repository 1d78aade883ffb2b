internal import Diagnostics
internal import Notebooks
internal import RunRecords

/// `.table`: a table of expressions over earlier results.
enum TableDirective: DirectiveKind {
  static let name = "table"
  static let purpose = Message(
    "a table of earlier results", pt: "uma tabela de resultados anteriores")
  static let options = [
    OptionSpec(
      "rows", Message("{label: expression or list}", pt: "{rótulo: expressão ou lista}"),
      Message("the rows of the table", pt: "as linhas da tabela")),
    OptionSpec(
      "columns", Message("a list of texts", pt: "uma lista de textos"),
      Message("the headings, the labels' first", pt: "os títulos, o dos rótulos primeiro")),
    OptionSpec(
      "format", Message("a format, or one for each column", pt: "um formato, ou um por coluna"),
      Message("number, percent or integer", pt: "number, percent ou integer")),
    .digits,
  ]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    guard let rows = planner.rows() else { return nil }
    let width = rows.map(\.cells.count).max() ?? 0
    let formats = planner.formats(width)
    let headings = planner.headings(width)
    guard !planner.hasErrors else { return nil }
    let keys = (1...max(1, width)).map { "c\($0)" }
    planner.define(
      .other,
      publishing: PublishedValues(
        series: Dictionary(keys.map { ($0, rows.count) }) { first, _ in first }))
    return TableTask(rows: rows, headings: headings, keys: keys, formats: formats)
  }
}

extension TaskPlanner {
  /// The rows with their expressions; nil where one is at fault.
  fileprivate mutating func rows() -> [TableTask.Row]? {
    guard let value = reader.value("rows") else {
      reportMissing("rows")
      return nil
    }
    guard case .mapping(let entries) = value.kind, !entries.isEmpty else {
      reader.reportForm(
        "rows", value,
        expected: Message("labels with expressions", pt: "rótulos com expressões"))
      return nil
    }
    var rows: [TableTask.Row] = []
    for entry in entries {
      let readings = OptionReader.items(entry.value).map { item in
        ValueExpression.read(item.text, at: item.range, context)
      }
      let cells = readings.map { $0.reported(to: &self) }.compactMap { cell in
        if case .found(let expression) = cell { expression } else { nil }
      }
      rows.append(TableTask.Row(label: entry.name, cells: cells))
    }
    if !hasErrors, Set(rows.map(\.cells.count)).count > 1 { reportRagged(value.range) }
    return hasErrors ? nil : rows
  }

  private mutating func reportRagged(_ range: Range<Int>) {
    report(
      Diagnostic(
        code: "ragged-table", at: range,
        Message(
          "every row needs as many values", pt: "todas as linhas precisam de tantos valores")))
  }

  fileprivate mutating func formats(_ width: Int) -> [NumberFormat] {
    let digits = reader.int("digits", in: 0...12)?.value
    guard let value = reader.value("format") else {
      return Array(repeating: NumberFormat(name: nil, digits: digits), count: width)
    }
    let names = OptionReader.items(value)
    let known = ["number", "percent", "integer"]
    for name in names where !known.contains(name.text) {
      report(
        Diagnostic(
          code: "unknown-choice", at: name.range,
          Message(
            "'\(name.text)' is no value for 'format'",
            pt: "'\(name.text)' não é um valor de 'format'"),
          hint: nearest(to: name.text, among: known).map(OptionReader.didYouMean)
            ?? OptionReader.choices(known)))
    }
    return (0..<width).map {
      NumberFormat(name: names.isEmpty ? nil : names[min($0, names.count - 1)].text, digits: digits)
    }
  }

  fileprivate mutating func headings(_ width: Int) -> [String] {
    guard let value = reader.value("columns", as: .words) else {
      return [""] + (0..<width).map { width == 1 ? "" : "\($0 + 1)" }
    }
    let texts = OptionReader.items(value).map(\.text)
    if texts.count != width + 1 {
      report(
        Diagnostic(
          code: "wrong-count", at: value.range,
          Message(
            "'columns' needs \(width + 1) headings, not \(texts.count)",
            pt: "'columns' precisa de \(width + 1) títulos, não de \(texts.count)")))
    }
    return texts
  }
}

/// The work of `.table`.
struct TableTask: DirectiveTask {
  struct Row: Sendable {
    var label: String
    var cells: [ValueExpression]
  }

  var rows: [Row]
  var headings: [String]
  var keys: [String]
  var formats: [NumberFormat]

  func keyParts(in session: Session) -> [String] {
    let paths = rows.flatMap { $0.cells.flatMap(\.paths) }
    return rows.flatMap { [$0.label] + $0.cells.map(\.text) } + headings + formats.map { "\($0)" }
      + paths.map { session.key(of: $0) }
  }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    for path in rows.flatMap({ $0.cells.flatMap(\.paths) }) {
      if let failure = session.missing(path) { throw failure }
    }
    let columns = zip(keys, zip(headings.dropFirst(), formats)).map { key, column in
      TableOutput.Column(key, heading: column.0, format: column.1)
    }
    let body = rows.map { row in
      [TableOutput.Cell.text(row.label)]
        + row.cells.map { $0.evaluate(session.values).map { .number($0) } ?? .missing }
    }
    return [
      .table(
        TableOutput(
          name: "table", columns: [.init("label", heading: headings.first ?? "")] + columns,
          rows: body))
    ]
  }
}
