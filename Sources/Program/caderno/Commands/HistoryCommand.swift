internal import ArgumentParser
internal import Comparison
internal import Diagnostics
internal import Rendering
internal import RunRecords
internal import Sandbox
internal import Stacks

/// `caderno history`: the runs of a notebook.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Lists the runs of notebooks with their metrics.",
    discussion: """
      A metric is named as in prose: DIRECTIVE.NAME, such as test.accuracy; of a fit it is that of \
      the last epoch.
      """)

  @Argument(
    help: ArgumentHelp(
      "Lessons that were run before, or folders with lessons.", valueName: "notebook"))
  var notebooks: [String]

  @Option(
    name: .customLong("metric"),
    help: ArgumentHelp("Show this metric only; may be given several times.", valueName: "name"))
  var metrics: [String] = []

  @Option(
    help: ArgumentHelp("Draw the metrics over the runs as an SVG.", valueName: "file"))
  var plot: String?

  @Option(help: ArgumentHelp("Show so many of the newest runs.", valueName: "count"))
  var last: Int?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var sandbox: SandboxOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    if let last, last < 1 { throw ValidationError("--last must be at least 1, not \(last)") }
  }

  func run() throws {
    try speech.console.showingProblems { try work(speech.console) }
  }

  private func work(_ console: Console) throws {
    var fence = Fence.reading(notebooks)
    try fence.allowOutput(plot, of: notebooks)
    try sandbox.enter(fence, console)
    let list = try NotebookList(notebooks)
    if plot != nil, list.entries.count > 1 { throw Problem.onePlot(list.entries.count) }
    try DeepStack.run { try show(list, console) }
  }

  private func show(_ list: NotebookList, _ console: Console) throws {
    let histories = try list.entries.compactMap { try history($0, console) }
    guard !histories.isEmpty else { throw Problem.noRecord(notebooks[0]) }
    try check(histories)
    if json {
      console.print(json: ReportJSON.text(histories.flatMap { $0.rows(names(in: $0)) }))
    } else {
      for history in histories {
        let head = list.entries.count > 1 ? "\(history.notebook):\n" : ""
        console.print(head + history.table(names(in: history), language: console.language))
      }
    }
    guard let plot else { return }
    let figure = histories[0].figure(names(in: histories[0]), language: console.language)
    let file = SVGRenderer(language: console.language).file(figure)
    try NamedOutput(plot, lessons: notebooks).write(file.bytes)
  }

  /// A lesson's runs; nil, which is said, where a folder's lesson has none.
  private func history(_ lesson: NotebookList.Entry, _ console: Console) throws -> RunHistory? {
    let all = RecordStore(notebookPath: lesson.path, console: console).all()
    guard all.isEmpty else {
      return RunHistory(
        notebook: lesson.path, records: all.prefix(last ?? all.count).reversed())
    }
    let problem = Problem.noRecord(lesson.path)
    if lesson.isNamed { throw problem }
    console.say(problem.message)
    return nil
  }

  private func names(in history: RunHistory) -> [String] {
    metrics.isEmpty ? history.metricNames : metrics.filter(history.metricNames.contains)
  }

  private func check(_ histories: [RunHistory]) throws {
    var known: [String] = []
    for name in histories.flatMap(\.metricNames) where !known.contains(name) { known.append(name) }
    for name in metrics where !known.contains(name) {
      throw Problem(
        ExitCodes.notebook, code: "unknown-metric",
        Message("no run has a metric '\(name)'", pt: "nenhuma execução tem a métrica '\(name)'"),
        hint: Message(
          "there are \(known.joined(separator: ", "))", pt: "há \(known.joined(separator: ", "))"))
    }
  }
}

extension Problem {
  fileprivate static func onePlot(_ count: Int) -> Problem {
    Problem(
      ExitCodes.notebook, code: "many-notebooks",
      Message(
        "--plot is of one notebook, and here are \(count)",
        pt: "--plot é de um só caderno, e aqui há \(count)"))
  }
}
