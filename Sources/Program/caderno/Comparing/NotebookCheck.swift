internal import ArgumentParser
internal import Comparison
internal import Datasets
internal import Diagnostics
internal import Execution
internal import Notebooks
internal import Rendering
internal import RunRecords

/// A notebook's run held against the outputs that stand in it; the notebook stays as it is.
struct NotebookCheck {
  let path: String
  let options: RunOptions
  let locator: DatasetLocator
  let tolerance: Tolerance
  let console: Console

  /// Whether a notebook whose data isn't on this machine is passed over.
  var skipsMissingData = false

  /// The code of an error that says that a data set is nowhere.
  private static let missingData = "data-missing"

  /// What was found.
  struct Finding {
    let notebook: Notebook
    let comparison: RunComparison
    let seconds: Double
  }

  /// What became of a notebook that could be checked.
  enum Outcome {
    case compared(Finding)
    /// It was passed over.
    case missingData
    /// Its kind holds no outputs, or nothing in it runs.
    case nothingToCompare
  }

  /// - Throws: `Problem`, or `CheckFailure` with the reason shown, where it can't be run.
  func execute() throws -> Outcome {
    let loading = NotebookLoading(console: console, events: nil)
    let notebook = try attended(console) { [path] in try loading.notebook(path) }
    let console = console.speaking(notebook)
    var settings = options.settings(
      language: console.language, notebook: path, locator: locator)
    let plan = try attended(console) { [settings] in
      Plan(notebook, parameters: settings.parameters)
    }
    loading.show(plan.diagnostics, of: notebook)
    if plan.diagnostics.hasErrors {
      throw CheckFailure(ExitCodes.notebook, plan.diagnostics, notebook, console)
    }
    if NotebookLoading.isScript(path) || plan.tasks.isEmpty {
      console.say(.nothingToCompare(path))
      return .nothingToCompare
    }
    let store = RecordStore(notebookPath: path, console: console)
    let written = try standing(notebook, loading)
    let origin = store.latest(where: RunOrigin(of: written).isMade)
    if origin == nil { settings.writtenKeys = written.keys }
    let start = ContinuousClock.now
    let (record, result) = PlanRun(
      plan: plan, settings: settings, console: console, events: nil
    ).execute()
    let failure = result.failure
    if skipsMissingData, failure?.failure.code == Self.missingData {
      console.say(.skipped(path))
      return .missingData
    }
    store.save(record, room: settings.cache)
    if let failure {
      if failure.failure.cause == .interrupted, Interrupt.passedLimit != nil {
        console.say(.interrupted(kept: 0))
      }
      loading.show([failure.diagnostic], of: notebook)
      throw CheckFailure(failure.exitCode, [failure.diagnostic], notebook, console)
    }
    let sides = RunSide.compared(try side(notebook, origin, loading), .run(record))
    let left = Set(notebook.directives.filter { $0.cellTags.contains(.skipsExecution) }.map(\.id))
    var (old, new) = (sides.a.record, sides.b.record)
    old.tasks.removeAll { left.contains($0.id) }
    new.tasks.removeAll { left.contains($0.id) }
    if let numerics = result.writtenNumerics { old.numericsVersion = numerics }
    return .compared(
      Finding(
        notebook: notebook,
        comparison: RunComparison(old, new, tolerance: tolerance),
        seconds: (ContinuousClock.now - start) / .seconds(1)))
  }

  /// The notebook with its outputs as regions.
  private func standing(_ notebook: Notebook, _ loading: NotebookLoading) throws -> Notebook {
    guard NotebookLoading.isJupyter(path) else { return notebook }
    return loading.shown(try loading.jupyter(path)).notebook
  }

  /// What stands in the notebook.
  private func side(
    _ notebook: Notebook, _ origin: RunRecord?, _ loading: NotebookLoading
  ) throws -> RunSide {
    guard NotebookLoading.isJupyter(path) else {
      let files = LessonFiles(beside: path)
      loading.show(files.findings(in: notebook), of: notebook)
      return .notebook(notebook, origin: origin, file: files.bytes)
    }
    return .jupyter(loading.shown(try loading.jupyter(path)), origin: origin)
  }
}

extension Notebook {
  /// Keys that stand with outputs, by directive; those of outputs edited by hand left out.
  fileprivate var keys: [String: String] {
    regionsByOwner.filter(\.value.isIntact).mapValues(\.key)
  }
}

extension Message {
  /// No outputs stand in a lesson, since nothing in it runs or its kind holds none.
  static func nothingToCompare(_ path: String) -> Message {
    Message(
      "\(path): no outputs stand in it, nothing to compare",
      pt: "\(path): não contém resultados, nada a comparar")
  }

  fileprivate static func skipped(_ path: String) -> Message {
    Message(
      "\(path): skipped, its data isn't here (see caderno data list)",
      pt: "\(path): pulado, seus dados não estão aqui (veja caderno data list)")
  }
}
