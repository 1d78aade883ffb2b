import Comparison
import Diagnostics
import Execution
import Notebooks
import Rendering
import RunRecords

/// Records of runs: read, written, compared, listed, shown.
///
/// An input that begins with a brace is the JSON of a record, any other is the choices that make two.
enum RunRecordFiles: FuzzTarget {
  static let name = "records"
  static let longest = 1024

  static var seeds: [[UInt8]] {
    let made = SeedBytes.seeds(48, 4, step: 6)
    return made
      + [made[0], made[20]].map { bytes in
        var maker = RecordMaker(bytes)
        return maker.record().json().filter { $0 != 0x0A && $0 != 0x20 }
      }
  }

  static let words =
    [
      "schemaVersion", "id", "notebook", "path", "sha256", "parameters", "seed", "numericsVersion",
      "cadernoVersion", "environment", "startedAt", "dataSets", "splits", "shape", "steps",
      "exitStatus", "kind",
      "sourceSHA256", "lines", "first", "last", "status", "key", "inputs", "tolerance", "outputs",
      "hide",
      "text", "table", "metrics", "history", "figure", "error", "columns", "heading", "format",
      "isVolatile",
      "rows", "notes", "panels", "content", "chart", "picture", "matrix", "drawing", "svg",
      "series", "x", "y",
      "style", "width", "height", "channels", "pixels", "values", "rowLabels", "NaN", "Infinity",
      "fixed:4",
      "percent:2", "grouped", "number", "weightsSHA256",
    ].map { "\"\($0)\"" } + [
      "null", "true", "1e400", "9223372036854775807", "[]", "{}", "-1", "\\ud800",
    ]

  static func text(of bytes: [UInt8]) -> String {
    guard !isJSON(bytes) else { return String(decoding: bytes, as: UTF8.self) }
    var maker = RecordMaker(bytes)
    let first = maker.record()
    return [first, maker.changed(first)].map { String(decoding: $0.json(), as: UTF8.self) }.joined()
  }

  private static func isJSON(_ bytes: [UInt8]) -> Bool { bytes.first == UInt8(ascii: "{") }

  static func run(_ bytes: [UInt8]) throws {
    if isJSON(bytes) {
      if let output = Output(json: bytes) {
        try expect(
          Output(json: output.json()).map { $0.json() } == output.json(), "an output changes")
      }
      guard let record = try? RunRecord(json: bytes) else { return }
      return try check(record, record)
    }
    var maker = RecordMaker(bytes)
    let first = maker.record()
    try check(first, maker.changed(first))
  }

  private static func check(_ a: RunRecord, _ b: RunRecord) throws {
    for record in [a, b] {
      let json = record.json()
      guard let read = try? RunRecord(json: json) else { continue }
      try expect(read.json() == json, "a record that is read again is written otherwise")
      try show(read)
    }
    let comparison = RunComparison(a, b)
    _ =
      TextReport(comparison, language: .portuguese).text
      + TextReport(comparison, language: .english).summary
    let history = RunHistory(notebook: "a.md", records: [a, b])
    _ = history.table(history.metricNames, language: .portuguese)
    _ = SVGRenderer(language: .english).file(
      history.figure(history.metricNames, language: .english))
    try expect(RunComparison(a, a).verdict == .equal, "a record differs from itself")
    let back = RunComparison(b, a)
    try expect(comparison.verdict == back.verdict, "the verdict depends on the order")
    let wide = RunComparison(a, b, tolerance: Tolerance(absolute: 1, relative: 0.5))
    try expect(wide.verdict <= comparison.verdict, "a wider tolerance refuses more")
    let isNamed = [a, b].allSatisfy { record in
      Set(record.tasks.map(\.id)).count == record.tasks.count
        && record.tasks.allSatisfy { Set($0.outputs.map(\.name)).count == $0.outputs.count }
    }
    guard isNamed else { return }
    try expect(RunComparison(a, a).isEmpty, "a record compared with itself gives something")
    try expect(
      comparison.applied(to: a).comparable.json() == b.comparable.json(),
      "a comparison doesn't tell all")
  }

  /// Everything that shows a record, beside a notebook with its directives.
  private static func show(_ record: RunRecord) throws {
    let ids = record.tasks.map(\.id).filter { $0.allSatisfy { $0.isLetter || $0.isNumber } }
    let lesson = ids.map { "```yaml {.fit #\($0)}\n```\n" }.joined(separator: "\n")
    let notebook = MarkdownLessons.notebook(Array((lesson + "[1](run:a.loss)\n").utf8))
    for language in Language.allCases {
      _ = RunResult(record).texts(for: notebook.runLinks, in: language)
    }
    try PageLaws.render(notebook, record.tasks)
  }
}
