internal import ArgumentParser
internal import Comparison
internal import Diagnostics
internal import Execution
internal import FoundationEssentials
internal import Notebooks
internal import RunRecords

/// A notebook's run held against the outputs that stand in it; the notebook stays as it is.
struct NotebookCheck {
  let path: String
  let options: RunOptions
  let tolerance: Tolerance
  let console: Console

  /// What was found.
  struct Finding {
    let notebook: Notebook
    let comparison: RunComparison
    let seconds: Double
  }

  /// - Throws: `Problem`, or an exit code with the reason shown, where nothing can be compared.
  func execute() throws -> Finding {
    let loading = NotebookLoading(console: console, events: nil)
    let notebook = try loading.notebook(path)
    let console = console.speaking(notebook)
    let settings = options.settings(language: console.language, notebook: path)
    let plan = Plan(notebook, parameters: settings.parameters)
    loading.show(plan.diagnostics, of: notebook)
    if plan.diagnostics.hasErrors { throw ExitCodes.notebook }
    let start = ContinuousClock.now
    let (record, failure) = PlanRun(
      plan: plan, settings: settings, console: console, events: nil
    ).execute()
    let store = RecordStore(notebookPath: path, console: console)
    let past = store.all()
    store.save(record)
    if let failure {
      loading.show([failure.diagnostic], of: notebook)
      throw failure.exitCode
    }
    let records = RunSide.records(try side(notebook, past, loading), .run(record))
    return Finding(
      notebook: notebook,
      comparison: RunComparison(records.a, records.b, tolerance: tolerance),
      seconds: (ContinuousClock.now - start) / .seconds(1))
  }

  /// What stands in the notebook.
  private func side(
    _ notebook: Notebook, _ past: [RunRecord], _ loading: NotebookLoading
  ) throws -> RunSide {
    guard NotebookLoading.isJupyter(path) else {
      return .notebook(notebook, past: past, file: file)
    }
    return .jupyter(loading.shown(try loading.jupyter(path)), past: past)
  }

  private func file(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: PathText.join(PathText.folder(of: path), name))
      .map { Array($0) }
  }
}
