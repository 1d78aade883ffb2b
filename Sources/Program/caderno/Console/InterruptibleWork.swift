internal import ArgumentParser
internal import Diagnostics
internal import Stacks
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Work on a thread of its own, which an interruption leaves behind.
///
/// Long loops ask whether they are to stop, and do. What can't ask, such as a power of huge integers or a
/// read that blocks, goes on for nothing until the program ends: nobody looks at what it makes any more.
final class InterruptibleWork<Result>: @unchecked Sendable {
  private enum State { case running, done, left }

  private let state = Mutex(State.running)
  private let body: () -> Result
  private var result: Result?
  private var ends: [CInt] = [-1, -1]

  private init(_ body: @escaping () -> Result) { self.body = body }

  /// Does work, and waits for it.
  ///
  /// - Returns: nil where it was left behind. From then on the program does nothing but end.
  static func run(_ body: @escaping () -> Result) -> Result? { InterruptibleWork(body).run() }

  private func run() -> Result? {
    guard pipe(&ends) == 0 else { return body() }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    guard DeepStack.start({ self.work() }) else { return body() }
    var patience: ContinuousClock.Instant?
    while true {
      var request = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
      if poll(&request, 1, Self.look) > 0 { break }
      guard Interrupt.isDue else { continue }
      let end = patience ?? .now + Self.patience
      patience = end
      if .now >= end, leave() { return nil }
    }
    defer { for end in ends { close(end) } }
    return result
  }

  /// How often the clock is looked at, in milliseconds; a signal is heard at once.
  private static var look: CInt { 20 }

  /// How long work may take to stop by itself.
  private static var patience: Duration { .milliseconds(100) }

  /// Stops the wait, unless the work is just done.
  private func leave() -> Bool {
    let isLeft = state.withLock { state in
      guard state == .running else { return false }
      state = .left
      return true
    }
    // What the work still uses must not be taken apart under its hands.
    if isLeft { atexit { exitWithoutCleaning() } }
    return isLeft
  }

  private func work() {
    result = body()
    let isDone = state.withLock { state in
      guard state == .running else { return false }
      state = .done
      return true
    }
    guard isDone else { while true { pause() } }
    var byte: UInt8 = 1
    while write(ends[1], &byte, 1) < 0, errno == EINTR {}
  }
}

private func exitWithoutCleaning() { _exit(ExitCodes.interrupted.rawValue) }

/// Does work that leaves nothing to keep where it is interrupted.
///
/// - Throws: what the work throws; the exit code where it was left behind, which is said.
func attended<Result>(
  _ console: Console, _ body: @escaping () throws -> Result
) throws -> Result {
  typealias Outcome = Swift.Result<Result, any Error>
  guard let outcome = InterruptibleWork<Outcome>.run({ Outcome(catching: body) }) else {
    console.say(.interrupted(kept: 0))
    throw ExitCodes.interrupted
  }
  return try outcome.get()
}

extension Message {
  /// That a run was cut short, and of how many directives the outputs are kept.
  static func interrupted(kept: Int) -> Message {
    let reason =
      Interrupt.passedLimit.map {
        let time = TimeLimit($0).description
        return Message("time limit of \(time) reached", pt: "limite de tempo de \(time) atingido")
      } ?? Message("interrupted", pt: "interrompido")
    switch kept {
    case 0: return reason
    case 1:
      return Message(
        "\(reason.english); the outputs of 1 finished directive are kept",
        pt: "\(reason.portuguese); os resultados de 1 bloco terminado foram mantidos")
    default:
      return Message(
        "\(reason.english); the outputs of \(kept) finished directives are kept",
        pt: "\(reason.portuguese); os resultados de \(kept) blocos terminados foram mantidos")
    }
  }
}
