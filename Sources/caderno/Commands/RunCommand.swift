internal import ArgumentParser
internal import Diagnostics
internal import Execution

/// `caderno run`: plans, executes, writes outputs.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Executes notebooks and writes their outputs back.")

  @Argument(help: "Notebooks.")
  var notebooks: [String]

  @Option(
    name: [.short, .long], help: "Write here, a file or a folder; the source stays as it is.")
  var output: String?

  @Option(help: "Formats for --output, separated by commas: md, html, txt.")
  var to: FormatList?

  @Flag(help: "Overwrite outputs that were edited by hand.")
  var force = false

  @Flag(help: "Write events as JSON lines on standard output.")
  var json = false

  @OptionGroup var options: RunOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    if to != nil, output == nil { throw ValidationError("--to needs --output") }
    if notebooks.count > 1, let output, !output.hasSuffix("/") {
      throw ValidationError("several notebooks need a folder after --output: \(output)/")
    }
  }

  func run() throws {
    Interrupt.listen()
    let console = speech.console
    let target = try RunTarget(output: output, formats: to)
    var worst: ExitCode = .success
    for path in notebooks {
      let run = NotebookRun(
        path: path, target: target, force: force, options: options, console: console,
        display: display(console), events: json ? EventStream(console: console) : nil)
      do {
        try run.execute()
      } catch let code as ExitCode {
        worst = code
        if code == ExitCodes.interrupted { break }
      }
    }
    if worst != .success { throw worst }
  }

  private func display(_ console: Console) -> any ProgressDisplay {
    if json { return EventStream(console: console) }
    if console.isQuiet { return SilentProgress() }
    return console.isTerminal ? TerminalProgress(console: console) : PlainProgress(console: console)
  }
}
