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
    commandName: "history", abstract: "Lists a notebook's runs with their metrics.",
    discussion: """
      A metric is named as in prose: DIRECTIVE.NAME, such as test.accuracy; of a fit it is that of \
      the last epoch.
      """)

  @Argument(help: ArgumentHelp("A lesson that was run before.", valueName: "notebook"))
  var notebook: String

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
    var fence = Fence.reading([notebook])
    try fence.allowOutput(plot, of: [notebook])
    try sandbox.enter(fence, console)
    try DeepStack.run { try show(console) }
  }

  private func show(_ console: Console) throws {
    let all = RecordStore(notebookPath: notebook, console: console).all()
    guard !all.isEmpty else { throw Problem.noRecord(notebook) }
    let history = RunHistory(records: all.prefix(last ?? all.count).reversed())
    let names = try names(in: history)
    if json {
      console.print(json: JSONText.text(history.rows(names)))
    } else {
      console.print(history.table(names, language: console.language))
    }
    guard let plot else { return }
    let figure = history.figure(names, language: console.language)
    let file = SVGRenderer(language: console.language).file(figure)
    try NamedOutput(plot, lessons: [notebook]).write(file.bytes)
  }

  private func names(in history: RunHistory) throws -> [String] {
    let known = history.metricNames
    for name in metrics where !known.contains(name) {
      throw Problem(
        ExitCodes.notebook, code: "unknown-metric",
        Message("no run has a metric '\(name)'", pt: "nenhuma execução tem a métrica '\(name)'"),
        hint: Message(
          "there are \(known.joined(separator: ", "))", pt: "há \(known.joined(separator: ", "))"))
    }
    return metrics.isEmpty ? known : metrics
  }
}
