import RunRecords

/// Records of runs made of choices: of the right form, with odd texts and numbers.
struct RecordMaker {
  private var choices: Choices

  init(_ bytes: [UInt8]) { choices = Choices(bytes) }

  mutating func record() -> RunRecord {
    var record = RunRecord(
      id: text(),
      notebook: NotebookRecord(path: text(), sha256: text(), lang: choices.pick([nil, "pt", "x"])),
      parameters: [ParameterRecord(name: text(), value: text())],
      seed: choices.pick([0, -1, .max]),
      numericsVersion: choices.pick([1, 0, .min]), cadernoVersion: text(),
      environment: EnvironmentRecord(
        operatingSystem: text(), instructionSet: "", threads: choices.pick([1, 0, -5])),
      startedAt: text(), dataSets: [dataSet()], exitStatus: choices.pick([0, 1, -1, 130]))
    record.tasks = (0..<choices.below(5)).map { task($0) }
    return record
  }

  /// Another record that is partly the same.
  mutating func changed(_ record: RunRecord) -> RunRecord {
    var copy = record
    for _ in 0..<1 + choices.below(3) {
      let place = choices.below(max(copy.tasks.count, 1))
      switch choices.below(10) {
      case 0: return copy
      case 1: copy.tasks.append(task(copy.tasks.count))
      case 2 where !copy.tasks.isEmpty: copy.tasks.remove(at: place)
      case 3 where copy.tasks.count > 1: copy.tasks.swapAt(0, place)
      case 4 where !copy.tasks.isEmpty: copy.tasks[place].outputs = outputs()
      case 5 where !copy.tasks.isEmpty: copy.tasks[place] = task(place)
      case 6 where !copy.tasks.isEmpty: copy.tasks[place].key = text()
      case 7: copy.seed = choices.below(3)
      case 8: copy.dataSets = [dataSet()]
      default: copy.numericsVersion = choices.below(3)
      }
    }
    return copy
  }

  private mutating func dataSet() -> DataSetRecord {
    DataSetRecord(
      name: text(), source: text(), sha256: text(),
      splits: [.init(name: "train", shape: [choices.pick([1, 0, -1, .max])])])
  }

  private mutating func task(_ index: Int) -> TaskRecord {
    let id = choices.happens(onceIn: 8) ? text() : "\(choices.pick(["s", "fit"]))\(index)"
    var task = TaskRecord(
      id: id, kind: choices.pick(["fit", "keras", "", "évaluer"]), sourceSHA256: text(),
      lines: LineRange(1...2),
      status: choices.pick(TaskRecord.Status.allCases), seconds: choices.pick([nil, 0, .nan, -1]),
      key: text(),
      inputs: choices.pick([nil, ["epochs": "1"], ["epochs": "2", "": ""]]),
      tolerance: choices.pick([nil, 0, 0.1, -1, .nan, .infinity]), outputs: outputs(),
      numbers: choices.pick([nil, [.init(text(), number(), format: format())]]),
      hide: choices.pick([nil] + TaskRecord.Hiding.allCases), caption: choices.pick([nil, text()]),
      source: choices.pick([nil, "", text()]), cellID: choices.pick([nil, nil, text()]))
    if choices.happens(onceIn: 8) { task.lines.first = choices.pick([-1, 0, .max]) }
    return task
  }

  private mutating func outputs() -> [Output] { (0..<choices.below(4)).map { output($0) } }

  private mutating func output(_ index: Int) -> Output {
    let name = choices.happens(onceIn: 8) ? text() : "o\(index)"
    switch choices.below(6) {
    case 0: return .text(TextOutput(name: name, text: text() + text()))
    case 1:
      let columns = (0..<choices.below(3)).map { index in
        TableOutput.Column(
          choices.happens(onceIn: 6) ? text() : "c\(index)", heading: text(), format: format(),
          isVolatile: choices.happens(onceIn: 4))
      }
      let rows = (0..<choices.below(3)).map { _ in columns.map { _ in cell() } }
      return .table(TableOutput(name: name, columns: columns, rows: rows, notes: [text()]))
    case 2:
      let metrics = (0..<choices.below(3)).map { _ in
        MetricsOutput.Metric(
          text(), number(), format: format(), label: choices.pick([nil, text()]))
      }
      return .metrics(MetricsOutput(name: name, metrics: metrics))
    case 3:
      let metrics = (0..<choices.below(3)).map { _ in text() }
      let rows = (0..<choices.below(3)).map { _ in metrics.map { _ in number() } }
      return .history(
        HistoryOutput(name: name, metrics: metrics, rows: rows, weightsSHA256: text()))
    case 4: return .error(ErrorOutput(code: text(), message: text()))
    default:
      let panels = (0..<choices.below(3)).map { _ in
        Figure.Panel(title: choices.pick([nil, text()]), content())
      }
      let columns = choices.pick([1, 2, 0, -1, .max])
      return .figure(
        FigureOutput(
          name: name, figure: Figure(panels: panels, columns: columns), alt: text(), caption: text()
        ))
    }
  }

  private mutating func content() -> Figure.Content {
    switch choices.below(4) {
    case 0:
      return .drawing(.init(svg: SVGFile("<svg>" + text()), series: [series()], plain: text()))
    case 1:
      return .chart(
        .init(xLabel: text(), yLabel: text(), series: (0..<choices.below(3)).map { _ in series() }))
    case 2:
      let (rows, columns) = (choices.below(3), choices.below(3))
      return .matrix(
        .init(
          rowLabels: (0..<choices.below(3)).map { _ in text() },
          columnLabels: (0..<choices.below(3)).map { _ in text() },
          rowTitle: text(), columnTitle: text(),
          values: (0..<rows).map { _ in (0..<columns).map { _ in number() } }))
    default:
      let (width, height) = (choices.pick([1, 2, 28]), choices.pick([1, 3]))
      let channels = choices.pick([1, 3])
      let level = UInt8(choices.below(256))
      return .picture(
        .init(
          width: width, height: height, channels: channels,
          pixels: Array(repeating: level, count: width * height * channels), caption: text(),
          isMarked: choices.happens(onceIn: 2)))
    }
  }

  private mutating func series() -> Figure.Series {
    Figure.Series(
      label: text(), style: choices.pick([.line, .dashed, .points, .bars]),
      x: (0..<choices.below(4)).map { _ in number() },
      y: (0..<choices.below(4)).map { _ in number() })
  }

  private mutating func cell() -> TableOutput.Cell {
    switch choices.below(4) {
    case 0: .text(text())
    case 1: .integer(choices.pick([0, 1, -1, .max, .min]))
    case 2: .number(number())
    default: .missing
    }
  }

  private mutating func format() -> NumberFormat {
    choices.pick([
      .text, .integer(grouped: true), .integer(grouped: false), .fixed(digits: 4),
      .percent(digits: 2),
      .fixed(digits: 17), .percent(digits: 17), .fixed(digits: 0),
      .plain(digits: 4),
    ])
  }

  private mutating func number() -> Double {
    choices.pick([
      0, 1, -1, 0.5, .nan, .infinity, -.infinity, 1e300, -1e300, 1e-300, .greatestFiniteMagnitude,
      .leastNonzeroMagnitude, -0.0, 1e15, 0.1, 0.30000000000000004, 9.995, 123456789.123,
    ])
  }

  private mutating func text() -> String {
    choices.pick([
      "", "a", "loss", "b c", "é\u{1F600}\u{301}", "<script>", "|\n```\n", "\u{0}\u{1B}[2J\r",
      "-->", "a\r\nb\n\nc",
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "../x/y", "1.25 (3 %)",
      "\u{E000}x\u{E001}",
      "<!-- caderno:out id=a key=b -->", "$x_1$", "\\", "    d", "x.y[0]", "\u{2028}\u{202E}",
    ])
  }
}
