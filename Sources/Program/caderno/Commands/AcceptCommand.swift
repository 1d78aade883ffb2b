internal import ArgumentParser
internal import Diagnostics
internal import Sandbox

/// `caderno accept`: writes what the last run or check found into the notebook.
struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Writes what the last check found as the new outputs.",
    discussion: """
      Nothing runs. Directives that were edited since keep their old outputs, and are named.
      """)

  @Argument(help: ArgumentHelp("Lessons that were checked.", valueName: "notebook"))
  var notebooks: [String]

  @Flag(help: "Overwrite outputs that were edited by hand.")
  var force = false

  @OptionGroup var sandbox: SandboxOptions
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = speech.console
    try console.showingProblems { try work(console) }
  }

  private func work(_ console: Console) throws {
    try sandbox.enter(.running(notebooks), console)
    try NotebookLoop(console: console, json: false).run(try NotebookList(notebooks)) { lesson, _ in
      let path = lesson.path
      // Nothing is ever written into a script.
      guard !NotebookLoading.isScript(path) else { return console.say(.nothingToCompare(path)) }
      let notebook = try NotebookLoading(console: console, events: nil).notebook(path)
      let console = console.speaking(notebook)
      guard let record = RecordStore(notebookPath: path, console: console).latest() else {
        throw Problem.noRecord(path)
      }
      try Writability.check(path)
      try OutputWriter(path: path, target: .notebook, force: force, console: console)
        .write(record, notebook)
    }
  }
}

extension Problem {
  /// A command needs an earlier run, and there was none.
  static func noRecord(_ path: String) -> Problem {
    Problem(
      ExitCodes.notebook, code: "no-record",
      Message("\(path): no run is recorded", pt: "\(path): nenhuma execução registrada"),
      hint: Message("run it first: caderno run \(path)", pt: "execute antes: caderno run \(path)"))
  }
}
