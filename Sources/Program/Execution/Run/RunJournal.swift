internal import Diagnostics
internal import RunRecords
internal import Synchronization

/// What a run has given so far, for whoever can't wait for its end: it may be read at any time, from any
/// thread.
package final class RunJournal: Sendable {
  private struct State {
    var result = RunResult()
    /// Where the last record of each task stands in the result.
    var places: [String: Int] = [:]
    /// The directive that runs, or ran last.
    var current: PlannedTask?
    var isRunning = false
    var language = Language.english
  }

  private let state = Mutex(State())
  /// What the directive that runs has shown.
  let shown = PartialOutputs()

  /// The journal of a run that has not begun.
  package init() {}

  /// All that was finished, and the failure that ended it.
  package var result: RunResult { state.withLock { $0.result } }

  /// The result of a run that is left where it stands: what its directive has shown, and that it was
  /// interrupted.
  package func interrupted(_ plan: Plan) -> RunResult {
    let outputs = shown.visible
    return state.withLock { state in
      var result = state.result
      guard result.failure == nil, let task = state.current ?? plan.tasks.first else {
        return result
      }
      if state.isRunning {
        var record = TaskRecord(task, key: "")
        record.end(with: .interrupted, after: outputs, as: task.common, in: state.language)
        result.tasks.append(record)
      }
      result.failure = RunResult.Failure(directive: task.directive, failure: .interrupted)
      return result
    }
  }

  /// - Parameter values: numbers that are known before anything runs.
  func begin(in language: Language, _ values: [String: RecordedValues]) {
    state.withLock { state in
      state.language = language
      state.result.values = values
    }
  }

  func begin(_ task: PlannedTask) {
    shown.clear()
    state.withLock { ($0.current, $0.isRunning) = (task, true) }
  }

  /// Takes what another task changed of one that ended.
  func change(_ record: TaskRecord, _ values: RecordedValues?) {
    state.withLock { state in
      if let values { state.result.values[record.id] = values }
      guard let place = state.places[record.id] else { return }
      let (status, seconds) = (state.result.tasks[place].status, state.result.tasks[place].seconds)
      state.result.tasks[place] = record
      (state.result.tasks[place].status, state.result.tasks[place].seconds) = (status, seconds)
    }
  }

  /// Ends the run with a fault of a task that had ended well.
  func fail(_ task: PlannedTask, _ failure: TaskFailure) {
    state.withLock {
      $0.result.failure = RunResult.Failure(directive: task.directive, failure: failure)
    }
  }

  func end(
    _ record: TaskRecord, _ values: RecordedValues?, _ failure: TaskFailure?,
    _ dataSets: [DataSetRecord]
  ) {
    state.withLock { state in
      state.isRunning = false
      state.places[record.id] = state.result.tasks.count
      state.result.tasks.append(record)
      state.result.dataSets = dataSets
      if let values { state.result.values[record.id] = values }
      if let failure, let task = state.current {
        state.result.failure = RunResult.Failure(directive: task.directive, failure: failure)
      }
    }
  }
}

extension TaskRecord {
  /// Ends the task by an error that stands behind what it had shown.
  mutating func end(
    with failure: TaskFailure, after shown: TaskOutputs, as common: CommonOptions,
    in language: Language
  ) {
    let error = failure.shown ?? (failure.code, failure.message)
    var output = ErrorOutput(code: error.code, message: error.message.text(in: language))
    if let raised = failure.raised {
      (output.message, output.more) = (raised.text, raised.more.text(in: language))
    }
    show(shown + [.error(output)] + failure.outputsBehind, as: common)
    status = .error
  }
}
