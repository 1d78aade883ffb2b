internal import ArgumentParser
internal import Comparison
internal import Files

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
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    if summary, json { throw ValidationError("--summary and --json exclude each other") }
  }

  func run() throws {
    try speech.console.showingProblems { try work(speech.console) }
  }

  private func work(_ console: Console) throws {
    let first = try RunReference(text: a, console: console).side()
    let second = try RunReference(text: b, console: console).side()
    let records = RunSide.records(first, second)
    let comparison = RunComparison(records.a, records.b, tolerance: tolerance.tolerance)
    if json {
      console.print(JSONText.text(comparison))
    } else {
      let report = TextReport(
        comparison, language: console.language, usesColor: console.usesColor)
      console.print(summary ? report.summary : report.text)
    }
    if let html {
      let page = DiffPage(
        comparison, records.a, records.b, names: (a, b), language: console.language)
      try OutputFiles.write(Array(page.html.utf8), to: html)
    }
    if let code = comparison.verdict.exitCode { throw code }
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
