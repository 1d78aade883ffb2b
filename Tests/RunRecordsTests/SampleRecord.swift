import RunRecords

/// A record with every kind of output and figure.
enum SampleRecord {
  static let table = TableOutput(
    name: "t",
    columns: [
      .init("a", heading: "A"), .init("b", format: .fixed(digits: 3)),
      .init("c", format: .integer(grouped: true)),
      .init("d", format: .percent(digits: 1), isVolatile: true),
    ],
    rows: [[.text("x|y"), .number(5), .integer(5), .missing]], notes: ["a note"])

  static let figure = Figure(
    panels: [
      .init(
        title: "chart",
        .chart(
          .init(
            xLabel: "x", yLabel: "y",
            series: [.init(label: "s", style: .dashed, x: [1, 2], y: [0.1, -2.5e-9])]))),
      .init(.picture(.init(width: 2, height: 1, channels: 1, pixels: [0, 255], caption: "c"))),
      .init(
        .matrix(
          .init(
            rowLabels: ["r"], columnLabels: ["c"], rowTitle: "rows", columnTitle: "columns",
            values: [[3]]))),
      .init(
        .chart(
          .init(
            xLabel: "x", yLabel: "y", series: [.init(label: "b", style: .bars, x: [0], y: [1])],
            xNames: ["n"]))),
      .init(
        .chain(
          .init(
            valueLabel: "parameters",
            links: [
              .init(kind: "input", detail: "2"),
              .init(kind: "Dense", name: "dense", detail: "3", value: 9),
            ]))),
    ], columns: 2)

  static let outputs: [Output] = [
    .text(.init(name: "text", text: "línea\n\u{1F600}")),
    .table(table),
    .metrics(.init(name: "m", metrics: [.init("loss", 0.1), .init("big", 1e300)])),
    .history(
      .init(name: "h", metrics: ["loss"], rows: [[0.1], [0.2]], weightsSHA256: hash("a"))),
    .figure(.init(name: "f", figure: figure, alt: "alt", caption: nil)),
    .error(.init(code: "loss-not-finite", message: "no")),
  ]

  static let record = RunRecord(
    id: "r1",
    notebook: .init(path: "a/b.md", sha256: hash("b"), title: "T", lang: "pt-BR"),
    parameters: [.init(name: "epochs", value: "5")], seed: -3, numericsVersion: 1,
    cadernoVersion: "0.1.0",
    environment: .init(operatingSystem: "Linux", instructionSet: "avx2", threads: 2),
    startedAt: "2026-11-23T10:00:00Z", endedAt: nil,
    dataSets: [
      .init(
        name: "digits", source: "built in", sha256: hash("c"),
        splits: [.init(name: "train", shape: [60000, 28, 28, 1])], substituteFor: "mnist")
    ],
    tasks: [
      .init(
        id: "s", kind: "fit", sourceSHA256: hash("d"), lines: .init(3...7), status: .cached,
        seconds: 0.25, key: "abc", outputs: outputs,
        numbers: [.init("n", 3, format: .integer(grouped: true)), .init("x", 0.5)],
        hide: .input, caption: "cap")
    ], exitStatus: 1)

  static func hash(_ digit: Character) -> String { String(repeating: digit, count: 64) }

  /// The sample with these numbers as its only output.
  static func record(with numbers: [Double]) -> RunRecord {
    var record = record
    record.tasks[0].outputs = [
      .history(.init(name: "h", metrics: ["x"], rows: [numbers], weightsSHA256: hash("e")))
    ]
    return record
  }
}
