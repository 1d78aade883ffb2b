internal import ArgumentParser
internal import Diagnostics
internal import Notebooks

/// `caderno clean`: takes the outputs out of notebooks.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Takes the outputs and their figures out of notebooks.")

  @Argument(help: ArgumentHelp("Lessons: Markdown files.", valueName: "notebook"))
  var notebooks: [String]

  @Flag(help: "Clean even where outputs were edited by hand.")
  var force = false

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = speech.console
    try NotebookLoop(console: console, json: false).run(notebooks) { path, _ in
      try clean(path, console)
    }
  }

  private func clean(_ path: String, _ console: Console) throws {
    let loading = NotebookLoading(console: console, events: nil)
    let notebook = try loading.notebook(path)
    let broken = RegionGuard.findings(in: notebook, force: force)
    guard broken.isEmpty else {
      loading.show(broken, of: notebook)
      throw ExitCodes.notebook
    }
    let files = OutputFiles(notebookPath: path)
    try files.replaceNotebook(notebook.cleaned(), unlessEqualTo: notebook.source.bytes)
    files.removeFigures(notebook.regions.flatMap(\.figureFiles))
  }
}
