import Digests
import Notebooks
import RunRecords

/// Outputs of every kind for the directives of a notebook, with texts that break what they stand in.
enum SampleOutputs {
  typealias DirectiveTask = TaskRecord

  /// A task for each directive; each has another one of the outputs.
  static func tasks(of notebook: Notebook) -> [TaskRecord] {
    notebook.directives.enumerated().map { index, directive in
      TaskRecord(
        id: directive.id, kind: directive.kind,
        sourceSHA256: directive.sourceSHA256.description, lines: LineRange(directive.lines),
        key: "0123456789ab", outputs: [all[index % all.count]], caption: index % 3 == 0 ? text : nil
      )
    }
  }

  static func record(_ tasks: [TaskRecord]) -> RunRecord {
    RunRecord(
      id: "r", notebook: NotebookRecord(path: "l.md", sha256: ""), seed: 0, numericsVersion: 1,
      cadernoVersion: "0",
      environment: EnvironmentRecord(operatingSystem: "", instructionSet: "", threads: 1),
      startedAt: "", tasks: tasks)
  }

  private static let text =
    "a *b* `c` | <d> &e;\n```\n<!-- caderno:out id=x key=y -->\n-->\r\u{0}\u{1B}[1m é"

  private static let all: [Output] = [
    .text(TextOutput(name: "stdout", text: text)),
    .table(
      TableOutput(
        name: "t",
        columns: [.init("k", heading: text), .init("n", format: .percent(digits: 2))],
        rows: [[.text(text), .number(.nan)], [.missing, .integer(.min)]], notes: [text])),
    .metrics(MetricsOutput(name: text, metrics: [.init("loss", -.infinity), .init(text, 1e300)])),
    .history(
      HistoryOutput(name: "h", metrics: ["loss", text], rows: [[1, .nan]], weightsSHA256: "")),
    .error(ErrorOutput(code: "c", message: text)),
    .figure(
      FigureOutput(
        name: "f",
        figure: Figure(panels: [
          .init(title: text, .drawing(.init(svg: SVGFile("<svg>" + text)))),
          .init(
            .matrix(
              .init(
                rowLabels: [text], columnLabels: [""], rowTitle: "", columnTitle: "",
                values: [[.nan]]))),
          .init(
            .chart(
              .init(
                xLabel: text, yLabel: "y",
                series: [.init(label: text, x: [1, .infinity], y: [.nan, 2])]))),
        ]), alt: text, caption: text)),
  ]
}
