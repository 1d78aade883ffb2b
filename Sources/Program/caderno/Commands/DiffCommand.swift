internal import ArgumentParser
internal import Comparison
internal import Diagnostics
internal import Files
internal import RunRecords
internal import Sandbox
internal import Stacks

/// `caderno diff`: what changed between two runs, and why.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compares the outputs of two runs.",
    discussion: """
      A side is a notebook with its outputs (lesson.md), a run of the current folder's lessons (an \
      id, its beginning, latest, latest~1), of one lesson (lesson.md@latest~1), a record \
      (record.json), or a file in git (git:HEAD:lesson.md).

      Exit codes: 0 equal, or within tolerance; 1 different; 2 could not be compared.
      """)

  @Argument(help: ArgumentHelp("The first run.", valueName: "a"))
  var a: String

  @Argument(help: ArgumentHelp("The second run.", valueName: "b"))
  var b: String

  @Flag(help: "Print one line for each directive.")
  var summary = false

  @Flag(help: "Print the comparison as JSON (docs/diff.schema.json).")
  var json = false

  @Option(help: ArgumentHelp("Write a page with both sides.", valueName: "file"))
  var html: String?

  @OptionGroup var tolerance: ToleranceOptions
  @OptionGroup var sandbox: SandboxOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    if summary, json { throw ValidationError("--summary and --json exclude each other") }
  }

  func run() throws {
    try speech.console.showingProblems { try work(speech.console) }
  }

  private func work(_ console: Console) throws {
    var fence = Fence.reading([a, b].flatMap(RunReference.paths))
    try fence.allowOutput(html, of: [a, b])
    let revisions = [a, b].compactMap(GitRevision.init)
    let broker =
      revisions.isEmpty || sandbox.noSandbox
      ? nil : Broker.start(BrokerService(revisions: revisions))
    try sandbox.enter(fence, console)
    try DeepStack.run { try compare(console, broker) }
  }

  private func compare(_ console: Console, _ broker: Broker?) throws {
    let first = try RunReference(text: a, console: console, broker: broker).side()
    let second = try RunReference(text: b, console: console, broker: broker).side()
    let (old, new) = RunSide.compared(first, second)
    try check(old.record, a)
    try check(new.record, b)
    let comparison = RunComparison(old.record, new.record, tolerance: tolerance.tolerance)
    let language =
      new.record.notebook.lang.flatMap(Language.init(tag:))?.ofMessages ?? console.language
    if json {
      console.print(json: ReportJSON.text(comparison))
    } else {
      let report = TextReport(
        comparison, language: language, ink: console.printsColor ? .terminal : .plain)
      console.print(summary ? report.summary : report.text)
    }
    if let html {
      let page = DiffPage(
        comparison, old, new, names: (a, b), language: language)
      try NamedOutput(html, lessons: [a, b]).write(Array(page.html.utf8))
    }
    if let code = comparison.verdict.exitCode { throw code }
  }
}

extension DiffCommand {
  /// Alignment compares each with each: a record that nobody's lesson makes must not take forever.
  private static let mostTasks = 10_000

  private func check(_ record: RunRecord, _ name: String) throws {
    let most = max(record.tasks.count, record.tasks.reduce(0) { $0 + $1.outputs.count })
    guard most > Self.mostTasks else { return }
    throw Problem(
      ExitCodes.notebook, code: "run-too-large",
      Message(
        "\(name): \(most) directives or outputs are too many to compare (at most \(Self.mostTasks))",
        pt: "\(name): \(most) blocos ou resultados são demais para comparar "
          + "(no máximo \(Self.mostTasks))"))
  }
}

extension Verdict {
  /// What a comparison ends the program with; nil for success.
  var exitCode: ExitCode? {
    switch self {
    case .equal, .withinTolerance: nil
    case .different: ExitCodes.different
    case .incomparable: ExitCodes.notebook
    }
  }
}
