internal import ArgumentParser
internal import Datasets
internal import Diagnostics
internal import Execution
internal import Files
internal import JupyterNotebooks
internal import Notebooks
internal import Rendering
internal import RunRecords

/// One notebook's run from its file to its outputs.
struct NotebookRun {
  let path: String
  let target: RunTarget
  let force: Bool
  let options: RunOptions
  let locator: DatasetLocator
  let console: Console
  let events: EventStream?
  /// Whether to say why each directive ran.
  var explains = false
  /// Whether the outputs leave solutions out.
  var isForStudents = false
  /// Where the theme of pages comes from.
  var theme = ThemeFile()
  /// Where to write what the outputs depend on.
  var depfile: String?

  /// Runs the notebook.
  ///
  /// - Throws: `Problem`, or the exit code of anything but success with the reason shown.
  func execute() throws {
    if let folder = try? Folder(PathText.folder(of: path)) { Leftovers.remove(in: folder) }
    let loading = NotebookLoading(console: console, events: events)
    let notebook = try attended(console) { [path] in try loading.notebook(path) }
    let console = console.speaking(notebook)
    var settings = options.settings(
      language: console.language, notebook: path, locator: locator)
    if NotebookLoading.isScript(path) {
      settings.scriptLines = loading.script(try loading.source(path)).lines
    }
    let plan = try attended(console) { [settings] in
      Plan(notebook, parameters: settings.parameters, leavesRaised: console.isQuiet)
    }
    try RunGuard(path: path, target: target, force: force).check(plan, loading)
    let theme = try pageTheme(plan.notebook, loading)
    if let depfile { try DependencyFile.check(path, target, file: depfile) }
    var printsText = false
    if case .notebook = target { printsText = NotebookLoading.isScript(path) }
    let (record, result) = PlanRun(
      plan: plan, settings: settings, console: console, events: events, printsText: printsText
    ).execute()
    let store = RecordStore(notebookPath: path, console: console)
    if explains {
      console.write(Explanation(record, after: store.latest(), language: console.language).text)
    }
    store.save(record, room: settings.cache)
    var writer = OutputWriter(path: path, target: target, force: force, console: console)
    writer.room = settings.cache
    writer.isForStudents = isForStudents
    writer.theme = theme
    writer.isTold = events == nil
    try writer.write(record, notebook)
    if let depfile {
      try DependencyFile(
        path: path, target: target, record: record, notebook: notebook, locator: settings.locator,
        theme: self.theme
      ).write(to: depfile)
    }
    guard let failure = result.failure else { return }
    if let end = failure.failure.script, console.isQuiet || end.status != nil {
      console.print(printed: end.text, isError: true)
      throw end.status.map { ExitCode($0) } ?? failure.exitCode
    }
    if failure.failure.cause == .interrupted {
      console.say(
        .interrupted(kept: record.tasks.count { $0.status == .ok || $0.status == .cached }))
    } else {
      loading.show([failure.diagnostic], of: notebook)
    }
    throw failure.exitCode
  }

  /// The theme, where the outputs don't go back into the lesson.
  private func pageTheme(_ notebook: Notebook, _ loading: NotebookLoading) throws -> Theme? {
    if case .notebook = target { return nil }
    return try theme.theme(of: notebook, at: path, loading)
  }
}
