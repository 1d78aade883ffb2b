internal import ArgumentParser
internal import Diagnostics

/// Runs notebooks in processes of their own, several at once; none stops the others.
struct JobRunner {
  let entries: [NotebookList.Entry]
  let jobs: Int
  let console: Console

  /// A notebook's process with what it said so far.
  private struct Job {
    let path: String
    let child: ChildProcess
    let start: ContinuousClock.Instant
    var output: [UInt8] = []
  }

  /// Runs all, shows each one's words when it ends, and a summary at the end.
  ///
  /// An interruption is passed on to those that run, and the others don't start.
  ///
  /// - Throws: the highest of the exit codes.
  func run(_ arguments: (NotebookList.Entry) -> [String]) throws {
    var waiting = entries[...]
    var running: [Job] = []
    var codes: [(path: String, code: Int32)] = []
    var isStopping = false
    while !waiting.isEmpty || !running.isEmpty {
      if Interrupt.isDue, !isStopping {
        isStopping = true
        if Interrupt.passedLimit != nil { console.say(.interrupted(kept: 0)) }
        waiting = []
        running.forEach { $0.child.interrupt() }
      }
      while running.count < jobs, let entry = waiting.popFirst() {
        if let job = start(entry.path, arguments(entry)) {
          running.append(job)
        } else {
          codes.append((entry.path, ExitCodes.world.rawValue))
        }
      }
      for index in ChildProcess.ready(running.map(\.child)).reversed() {
        let more = running[index].child.readSome()
        running[index].output += more
        if more.isEmpty { codes.append((running[index].path, end(running.remove(at: index)))) }
      }
    }
    summarize(codes)
    let isIncomplete = codes.count < entries.count
    let worst = max(
      codes.map(\.code).max() ?? 0, isIncomplete ? ExitCodes.interrupted.rawValue : 0)
    if worst != 0 { throw ExitCode(worst) }
  }

  private func start(_ path: String, _ arguments: [String]) -> Job? {
    ChildProcess([ChildProcess.ownPath] + arguments, joinsErrors: true).map {
      Job(path: path, child: $0, start: .now)
    }
  }

  private func end(_ job: Job) -> Int32 {
    var code = job.child.wait()
    // One that was asked to stop before it listened was interrupted too.
    if Interrupt.isRequested, code == ChildProcess.stopped { code = ExitCodes.interrupted.rawValue }
    let seconds = ProgressText(language: console.language)
      .seconds((ContinuousClock.now - job.start) / .seconds(1))
    let word = code == 0 ? "ok" : "\(console.language == .portuguese ? "saída" : "exit") \(code)"
    if !console.isQuiet || code != 0 {
      console.write("\(job.path): \(word) (\(seconds))\n")
      let lines = String(decoding: job.output, as: UTF8.self).split(separator: "\n")
      console.write(lines.map { "  \($0)\n" }.joined())
    }
    return code
  }

  private func summarize(_ codes: [(path: String, code: Int32)]) {
    let failed = codes.filter { $0.code != 0 }.map(\.path).sorted()
    let done = codes.count - failed.count
    console.say(
      Message(
        "\(done) of \(entries.count) notebooks ran",
        pt: "\(done) de \(entries.count) cadernos executados"))
    for path in failed { console.say(Message("failed: \(path)", pt: "falhou: \(path)")) }
  }
}
