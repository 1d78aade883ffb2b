internal import ArgumentParser
internal import Diagnostics
internal import Execution
internal import Notebooks
internal import Rendering
internal import RunRecords

/// One notebook's run from its file to its outputs.
struct NotebookRun {
  let path: String
  let target: RunTarget
  let force: Bool
  let options: RunOptions
  let console: Console
  let display: any ProgressDisplay
  let events: EventStream?

  /// Runs the notebook.
  ///
  /// - Throws: the exit code of anything but success, with the reason shown.
  func execute() throws {
    let settings = options.settings(language: console.language)
    let loading = NotebookLoading(console: console, events: events)
    let plan = try loading.plan(path, parameters: settings.parameters)
    try check(plan, loading)
    let startedAt = Clock.now
    var runner = Runner(
      plan, settings: settings, isCancelled: { Interrupt.isRequested }, observe: display.show)
    let result = runner.run()
    display.finish()
    let record = RecordWriter(notebook: plan.notebook, settings: settings, plan: plan)
      .record(result, startedAt: startedAt, exitStatus: exitStatus(of: result))
    let store = RecordStore(notebookPath: path, console: console)
    store.save(record)
    try OutputWriter(path: path, target: target, force: force, console: console)
      .write(result, record, plan.notebook)
    try report(result, loading, plan.notebook)
  }

  /// Everything that keeps a run from being worth its time.
  private func check(_ plan: Plan, _ loading: NotebookLoading) throws {
    var findings = plan.diagnostics
    if case .notebook = target {
      findings += RegionGuard.findings(in: plan.notebook, force: force).filter {
        !findings.contains($0)
      }
    }
    loading.show(findings, of: plan.notebook)
    if findings.hasErrors { throw ExitCodes.notebook }
    if plan.steps.isEmpty {
      console.fail(
        code: "no-directives",
        Message("\(path): no directive to run", pt: "\(path): nenhum bloco para executar"),
        hint: Message(
          "a directive is a fence such as ```yaml {.data #mnist}",
          pt: "um bloco executável é uma cerca como ```yaml {.data #mnist}"))
      throw ExitCodes.notebook
    }
    if case .notebook = target { try checkWritable() }
  }

  private func checkWritable() throws {
    guard let problem = Writability.problem(of: path) else { return }
    console.fail(code: "cannot-write", problem)
    throw ExitCodes.world
  }

  private func exitStatus(of result: RunResult) -> Int {
    result.failure.map { Int(exitCode(of: $0.failure).rawValue) } ?? 0
  }

  private func exitCode(of failure: StepFailure) -> ExitCode {
    switch failure.cause {
    case .notebook: ExitCodes.notebook
    case .world: ExitCodes.world
    case .interrupted: ExitCodes.interrupted
    }
  }

  private func report(
    _ result: RunResult, _ loading: NotebookLoading, _ notebook: Notebook
  ) throws {
    guard let failed = result.failure else { return }
    let failure = failed.failure
    if failure.cause == .interrupted {
      console.say(.interrupted(kept: result.steps.count { $0.status == .ok }))
    } else {
      let finding = Diagnostic(
        code: failure.code, at: failed.directive.kindRange, failure.message, hint: failure.hint)
      loading.show([finding], of: notebook)
    }
    throw exitCode(of: failure)
  }
}

extension Message {
  fileprivate static func interrupted(kept: Int) -> Message {
    Message(
      "interrupted; the outputs of \(kept) finished directives are kept",
      pt: "interrompido; os resultados de \(kept) blocos terminados foram mantidos")
  }
}
