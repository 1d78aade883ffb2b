internal import ArgumentParser
internal import Execution
internal import Stacks

/// Does the same with each notebook: what is wrong with one keeps none of the others from its turn.
struct NotebookLoop {
  let console: Console
  /// Whether events go to standard output.
  let json: Bool

  /// Calls `work` with each notebook and its event stream.
  ///
  /// - Throws: the highest of the exit codes. An interruption ends the loop.
  func run(
    _ list: NotebookList, _ work: (NotebookList.Entry, EventStream?) throws -> Void
  ) throws {
    var worst = ExitCode.success
    for entry in list.entries {
      let events = json ? EventStream(console: console, notebook: entry.path) : nil
      let code = try DeepStack.run { try exitCode(events) { try work(entry, events) } }
      events?.finish(exitCode: code)
      if code.rawValue > worst.rawValue { worst = code }
      if code == ExitCodes.interrupted { break }
    }
    if worst != .success { throw worst }
  }

  /// How one notebook went; errors that are no exit codes are shown here.
  private func exitCode(_ events: EventStream?, _ work: () throws -> Void) throws -> ExitCode {
    do {
      try work()
      return .success
    } catch let code as ExitCode {
      return code
    } catch let problem as Problem {
      console.fail(problem)
      events?.write(EventLine(problem, language: console.language))
      return problem.exitCode
    }
  }
}
