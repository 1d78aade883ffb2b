internal import ArgumentParser
internal import Diagnostics
internal import JupyterNotebooks
internal import Notebooks
internal import Rendering
internal import Sandbox

/// `caderno clean`: takes the outputs out of notebooks.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Takes the outputs and their figures out of notebooks.")

  @Argument(help: ArgumentHelp("Lessons, or folders with lessons.", valueName: "notebook"))
  var notebooks: [String]

  @Flag(help: "Clean even where outputs were edited by hand.")
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
      try clean(lesson.path, console)
    }
  }

  private func clean(_ path: String, _ console: Console) throws {
    let loading = NotebookLoading(console: console, events: nil)
    if NotebookLoading.isJupyter(path) { return try cleanJupyter(path, loading) }
    let notebook = try loading.notebook(path)
    let broken = RegionGuard.findings(in: notebook, force: force)
    guard broken.isEmpty else {
      loading.show(broken, of: notebook)
      throw ExitCodes.notebook
    }
    let files = OutputFiles(notebookPath: path)
    try files.replaceNotebook(notebook.cleaned(), unlessEqualTo: notebook.source.bytes)
    files.removeFigures(FigureFile.paths(of: notebook.regions, lesson: files.name))
  }

  private func cleanJupyter(_ path: String, _ loading: NotebookLoading) throws {
    let lesson = try loading.jupyter(path)
    guard lesson.file.isWritable else { throw Problem.oldJupyter(path) }
    let empty = JupyterFile.CellResult(executionCount: nil, outputs: [])
    let cells = lesson.file.notebook.cells.indices.map { ($0, empty) }
    let bytes = lesson.file.writing(Dictionary(uniqueKeysWithValues: cells))
    try OutputFiles(notebookPath: path).replaceNotebook(
      bytes, unlessEqualTo: lesson.file.source.bytes)
  }
}
