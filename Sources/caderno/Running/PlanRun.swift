internal import ArgumentParser
internal import Diagnostics
internal import Execution
internal import Notebooks
internal import RunRecords

/// A plan's run with its progress shown, and the record of it.
struct PlanRun {
  let plan: Plan
  let settings: RunSettings
  let console: Console
  let events: EventStream?

  /// Runs everything; a failure is in the result, not thrown.
  func execute() -> (record: RunRecord, failure: RunResult.Failure?) {
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
