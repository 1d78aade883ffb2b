import RunRecords

/// A small lesson's record, in which every kind of output stands once.
enum BaseRecord {
  static let record = RunRecord(
    id: "r1", notebook: .init(path: "lesson.md", sha256: hash("0"), lang: "en"),
    parameters: [.init(name: "units", value: "10")], seed: 0, numericsVersion: 1,
    cadernoVersion: "0.1.0",
    environment: .init(operatingSystem: "Linux", instructionSet: "avx2", threads: 2),
    startedAt: "2026-11-23T10:00:00Z", endedAt: "2026-11-23T10:00:09Z",
    dataSets: [
      .init(
        name: "digits", source: "built in", sha256: hash("d"),
        splits: [.init(name: "train", shape: [200, 28, 28, 1])])
    ],
    tasks: [data, model, fit, evaluate, curves, note, failure])

  static let data = task(
    "d", "data", 1,
    [
      .table(
        .init(
          name: "splits",
          columns: [
            .init("split"), .init("images", format: .integer(grouped: true)),
            .init("mean", format: .fixed(digits: 4)),
            .init("time", format: .fixed(digits: 1), isVolatile: true),
          ],
          rows: [
            [.text("train"), .integer(200), .number(0.1307), .number(3.5)],
            [.text("test"), .integer(100), .number(0.1325), .missing],
          ], notes: ["10 classes"])),
      .figure(
        .init(
          name: "samples",
          figure: .init(
            panels: [
              .init(
                .picture(
                  .init(
                    width: 2, height: 2, channels: 1, pixels: [0, 9, 200, 255],
                    caption: "7 (83 %)"))),
              .init(title: "b", .picture(.init(width: 1, height: 1, channels: 1, pixels: [7]))),
            ], columns: 2), alt: "Two digits")),
    ], ["seed": "0", "option dataset": "digits", "dataset digits": "dddd"])

  static let model = task("m", "model", 2, [], ["seed": "0", "parameter units": "10"])

  static let fit = task(
    "t", "fit", 3,
    [
      .history(
        .init(
          name: "history", metrics: ["loss", "accuracy"],
          rows: [[1.25, 0.5], [0.75, 0.75], [0.5, 0.875]], weightsSHA256: hash("e")))
    ],
    ["seed": "0", "option epochs": "3", "model m": "m0", "data d": "d0"])

  static let evaluate = task(
    "e", "evaluate", 4,
    [
      .metrics(
        .init(
          name: "metrics",
          metrics: [.init("loss", 0.625), .init("accuracy", 0.8125, label: "hits")])),
      .figure(
        .init(
          name: "confusion",
          figure: .init(panels: [
            .init(
              .matrix(
                .init(
                  rowLabels: ["0", "1"], columnLabels: ["0", "1"], rowTitle: "true",
                  columnTitle: "predicted", values: [[48, 2], [3, 47]])))
          ]), alt: "95 of 100 right")),
    ], ["seed": "0", "model m": "m1", "data d": "d0"])

  static let curves = task(
    "c", "figure", 5,
    [
      .figure(
        .init(
          name: "history",
          figure: .init(panels: [
            .init(
              .chart(
                .init(
                  xLabel: "epoch", yLabel: "loss",
                  series: [.init(label: "loss", x: [1, 2, 3], y: [1.25, 0.75, 0.5])])))
          ]), alt: "loss falls from 1.25 to 0.50"))
    ], ["seed": "0", "result t": "t0"])

  static let note = task(
    "k", "keras", 6, [.text(.init(name: "out", text: "one\ntwo 0.5000\nthree\n"))], ["seed": "0"])

  static let failure = task(
    "x", "fit", 7, [.error(.init(code: "loss-not-finite", message: "the loss is not finite"))],
    ["seed": "0"])

  static func task(
    _ id: String, _ kind: String, _ number: Int, _ outputs: [Output], _ inputs: [String: String]
  ) -> TaskRecord {
    TaskRecord(
      id: id, kind: kind, sourceSHA256: hash(Character("\(number)")),
      lines: .init(number * 10...number * 10 + 4), seconds: 1, key: "key\(number)",
      inputs: inputs, outputs: outputs)
  }

  static func hash(_ digit: Character) -> String { String(repeating: digit, count: 64) }
}
