internal import ArgumentParser
internal import Comparison
internal import Datasets
internal import Diagnostics
internal import Sandbox

/// `caderno check`: do the outputs in notebooks still come out?
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Runs notebooks and compares with the outputs in them.",
    discussion: """
      Nothing is written into the notebooks; `caderno accept` does that with what the last check \
      found. A directive may allow its numbers some room (tolerance: 0.005).

      Exit codes: 0 all outputs come out; 1 some differ; 2 a notebook is at fault; 3 the world \
      failed; 130 interrupted.
      """)

  @Argument(help: ArgumentHelp("Lessons, or folders with lessons.", valueName: "notebook"))
  var notebooks: [String]

  @Option(help: ArgumentHelp("Write the findings as a JUnit file.", valueName: "file"))
  var junit: String?

  @Flag(help: "Print the findings as JSON (docs/check.schema.json).")
  var json = false

  @Option(help: "Print annotations that a pull request shows: github.")
  var annotations: AnnotationStyle?

  @Flag(help: "Pass over lessons whose data isn't on this machine; they are named.")
  var skipMissingData = false

  @OptionGroup var tolerance: ToleranceOptions
  @OptionGroup var options: RunOptions
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    Interrupt.listen(timeLimit: options.timeout?.duration)
    try speech.console.showingProblems { try work(speech.console) }
  }

  private func work(_ console: Console) throws {
    var fence = Fence.running(notebooks)
    try fence.allowOutput(junit, of: notebooks)
    let locator = try options.enter(fence, console)
    var results: [CheckResult] = []
    let loop = NotebookLoop(console: console, json: false)
    var failure: ExitCode?
    do {
      try loop.run(try NotebookList(notebooks)) { lesson, _ in
        let path = lesson.path
        let result = try result(of: path, locator, console)
        results.append(result)
        if let exitCode = result.exitCode { throw exitCode }
        if let finding = result.finding { try show(finding, path, console) }
      }
    } catch let code as ExitCode {
      failure = code
    }
    try write(results, console)
    if let failure { throw failure }
  }

  private func result(
    of path: String, _ locator: DatasetLocator, _ console: Console
  ) throws -> CheckResult {
    var result = CheckResult(path)
    var check = NotebookCheck(
      path: path, options: options, locator: locator, tolerance: tolerance.tolerance,
      console: console)
    check.skipsMissingData = skipMissingData
    do {
      switch try check.execute() {
      case .compared(let finding): result.finding = finding
      case .missingData: result.isSkipped = true
      case .nothingToCompare: result.isEmpty = true
      }
    } catch let failure as CheckFailure {
      (result.exitCode, result.errors) = (failure.exitCode, failure.errors)
    } catch let problem as Problem {
      console.fail(problem)
      result.exitCode = problem.exitCode
      result.errors = [EventLine(problem, language: console.language)]
    }
    return result
  }

  private func show(_ finding: NotebookCheck.Finding, _ path: String, _ console: Console) throws {
    let speaking = console.speaking(finding.notebook)
    let report = TextReport(
      finding.comparison.withoutNumerics, language: speaking.language,
      ink: console.printsColor ? .terminal : .plain)
    if !json, annotations == nil {
      let notice = NumericsNotice(path, finding.comparison)?.message.text(in: speaking.language)
      console.print("\(path): " + (notice.map { $0 + "\n" } ?? "") + report.text)
    }
    // A check compares what is shown; where one side shows nothing, the outputs differ.
    switch finding.comparison.verdict {
    case .equal, .withinTolerance: break
    case .different, .incomparable: throw ExitCodes.different
    }
  }

  private func write(_ results: [CheckResult], _ console: Console) throws {
    if json { console.print(json: ReportJSON.text(results.map(CheckReport.init))) }
    if annotations != nil {
      console.print(results.flatMap(\.annotations).map { $0 + "\n" }.joined())
    }
    if let junit {
      let file = JUnitFile(results: results, language: console.language)
      try NamedOutput(junit, lessons: results.map(\.path)).write(Array(file.text.utf8))
    }
  }
}

/// Who reads annotations.
enum AnnotationStyle: String, CaseIterable, ExpressibleByArgument { case github }
