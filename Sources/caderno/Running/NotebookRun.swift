internal import ArgumentParser
internal import Diagnostics
internal import Execution
internal import Notebooks
internal import RunRecords

/// One notebook's run from its file to its outputs.
struct NotebookRun {
  let path: String
  let target: RunTarget
  let force: Bool
  let options: RunOptions
  let console: Console
  let events: EventStream?

  /// Runs the notebook.
  ///
  /// - Throws: `Problem`, or the exit code of anything but success with the reason shown.
  func execute() throws {
    let loading = NotebookLoading(console: console, events: events)
    let notebook = try loading.notebook(path)
    let console = console.speaking(notebook)
    let settings = options.settings(language: console.language, notebook: path)
    let plan = Plan(notebook, parameters: settings.parameters)
    try RunGuard(path: path, target: target, force: force).check(plan, loading)
    let (record, failure) = run(plan, settings, console)
    RecordStore(notebookPath: path, console: console).save(record)
    try OutputWriter(path: path, target: target, force: force, console: console)
      .write(record, notebook)
    guard let failure else { return }
    if failure.failure.cause == .interrupted {
      console.say(.interrupted(kept: record.steps.count { $0.status == .ok }))
    } else {
      loading.show([failure.diagnostic], of: notebook)
    }
    throw failure.exitCode
  }

  private func run(
    _ plan: Plan, _ settings: RunSettings, _ console: Console
  ) -> (RunRecord, RunResult.Failure?) {
    let display: any ProgressDisplay = events ?? console.progressDisplay
    let start = Moment()
    var runner = Runner(
      plan, settings: settings, isCancelled: { Interrupt.isRequested }, observe: display.show)
    let result = runner.run()
    display.finish()
    let writer = RecordWriter(notebook: plan.notebook, settings: settings, plan: plan)
    let status = result.failure.map { Int($0.exitCode.rawValue) } ?? 0
    return (writer.record(result, start: start, exitStatus: status), result.failure)
  }
}

extension RunResult.Failure {
  /// What the program ends with.
  fileprivate var exitCode: ExitCode {
    switch failure.cause {
    case .notebook: ExitCodes.notebook
    case .world: ExitCodes.world
    case .interrupted: ExitCodes.interrupted
    }
  }

  /// The failure with the place of the directive.
  fileprivate var diagnostic: Diagnostic {
    Diagnostic(
      code: failure.code, at: directive.kindRange, failure.message, hint: failure.hint)
  }
}

extension Message {
  fileprivate static func interrupted(kept: Int) -> Message {
    switch kept {
    case 0: Message("interrupted", pt: "interrompido")
    case 1:
      Message(
        "interrupted; the outputs of 1 finished directive are kept",
        pt: "interrompido; os resultados de 1 bloco terminado foram mantidos")
    default:
      Message(
        "interrupted; the outputs of \(kept) finished directives are kept",
        pt: "interrompido; os resultados de \(kept) blocos terminados foram mantidos")
    }
  }
}
