internal import ArgumentParser
internal import Diagnostics

/// `caderno render`: pages from the outputs of the last run; nothing runs.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Makes pages from the outputs of the last run.")

  @Argument(help: ArgumentHelp("Lessons that were run before.", valueName: "notebook"))
  var notebooks: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "A file, or a folder for several pages. (default: beside the notebook)", valueName: "path"))
  var output: String?

  @Option(help: ArgumentHelp("Formats, separated by commas: md, html, txt.", valueName: "formats"))
  var to: FormatList?

  @OptionGroup var speech: SpeechOptions

  func validate() throws { try RunTarget.check(output, for: notebooks) }

  func run() throws {
    let console = speech.console
    try NotebookLoop(console: console, json: false).run(notebooks) { path, _ in
      try render(path, console)
    }
  }

  private func render(_ path: String, _ console: Console) throws {
    if NotebookLoading.isJupyter(path) { return try renderJupyter(path, console) }
    let notebook = try NotebookLoading(console: console, events: nil).notebook(path)
    let console = console.speaking(notebook)
    guard let record = RecordStore(notebookPath: path, console: console).latest() else {
      throw Problem.noRecord(path)
    }
    let target =
      if let output {
        try RunTarget(output: output, formats: to)
      } else {
        RunTarget.folder(path: PathText.folder(of: path), formats: to ?? FormatList(["html"]))
      }
    try OutputWriter(path: path, target: target, force: true, console: console)
      .write(record, notebook)
  }
}
