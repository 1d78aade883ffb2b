internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Ctrl-C, a polite kill and the end of the time that a command was given: the first asks the run to
/// stop, a second signal ends the program.
enum Interrupt {
  private static let flag = Atomic<Bool>(false)
  private static let limit = Mutex<(length: Duration, end: ContinuousClock.Instant)?>(nil)

  /// Whether somebody asked to stop. Cost: a read of a flag.
  static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Starts to listen for SIGINT, SIGTERM and, unless `nohup` said otherwise, SIGHUP.
  ///
  /// - Parameter timeLimit: how long the command may take from now on.
  static func listen(timeLimit: Duration? = nil) {
    limit.withLock { $0 = timeLimit.map { ($0, .now + $0) } }
    for number in [SIGINT, SIGTERM] { listen(for: number) }
    var action = sigaction()
    sigaction(SIGHUP, nil, &action)
    if !isIgnored(action) { listen(for: SIGHUP) }
  }

  /// The same as ``isRequested``, and looks at the clock; for those who wait.
  static var isDue: Bool {
    if timeLeft.map({ $0 <= .zero }) ?? false { flag.store(true, ordering: .relaxed) }
    return isRequested
  }

  /// What is left of the time that the command was given; nil where it was given none.
  static var timeLeft: Duration? { limit.withLock { $0.map { $0.end - .now } } }

  /// The time that the command was given, where it is over.
  static var passedLimit: Duration? {
    limit.withLock { limit in limit.flatMap { $0.end <= .now ? $0.length : nil } }
  }

  private static func listen(for number: CInt) {
    signal(number) { number in
      Interrupt.flag.store(true, ordering: .relaxed)
      signal(number, SIG_DFL)
    }
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Glibc)
      let handler = action.__sigaction_handler.sa_handler
    #else
      let handler = action.__sigaction_u.__sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
