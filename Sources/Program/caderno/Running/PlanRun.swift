internal import ArgumentParser
internal import Diagnostics
internal import Execution
internal import Notebooks
internal import RunRecords
internal import Synchronization

/// A plan's run with its progress shown, and the record of it.
struct PlanRun {
  let plan: Plan
  let settings: RunSettings
  let console: Console
  let events: EventStream?
  /// Whether standard output gets what cells print; events have it anyway.
  var printsText = false

  /// Runs everything; a failure is in the result, not thrown.
  func execute() -> (record: RunRecord, result: RunResult) {
    let progress = console.progressDisplay
    let display = GatedDisplay(
      events ?? (printsText ? PrintingProgress(progress, console: console) : progress))
    let (start, journal) = (Moment(), RunJournal())
    let whole = InterruptibleWork<RunResult>.run { [plan, settings] in
      var runner = Runner(
        plan, settings: settings, journal: journal, isCancelled: { Interrupt.isRequested },
        observe: display.show)
      return runner.run()
    }
    if whole == nil { display.close() }
    let result = whole ?? journal.interrupted(plan)
    display.finish()
    let writer = RecordWriter(notebook: plan.notebook, settings: settings, plan: plan)
    let status = result.failure.map { Int($0.exitCode.rawValue) } ?? 0
    return (writer.record(result, start: start, exitStatus: status), result)
  }
}

/// A display that no longer hears of work that was left behind. It is sendable since events reach the display under a
/// lock, and `finish` comes after the last one.
private final class GatedDisplay: @unchecked Sendable {
  private let display: any ProgressDisplay
  private let isOpen = Mutex(true)

  init(_ display: any ProgressDisplay) { self.display = display }

  func show(_ event: RunEvent) { isOpen.withLock { if $0 { display.show(event) } } }
  func close() { isOpen.withLock { $0 = false } }
  func finish() { display.finish() }
}

extension RunResult.Failure {
  /// What the program ends with.
  var exitCode: ExitCode {
    switch failure.cause {
    case .notebook: ExitCodes.notebook
    case .world: ExitCodes.world
    case .interrupted: ExitCodes.interrupted
    }
  }

  /// The failure with its place, which is the directive's unless it is known more closely.
  var diagnostic: Diagnostic {
    Diagnostic(
      code: failure.code, at: failure.place ?? directive.kindRange, failure.message,
      hint: failure.hint)
  }
}
