internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Ctrl-C and a polite kill: the first asks the run to stop, the second ends the program.
enum Interrupt {
  private static let flag = Atomic<Bool>(false)

  /// Whether somebody asked to stop.
  static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Starts to listen for SIGINT, SIGTERM and, unless `nohup` said otherwise, SIGHUP.
  static func listen() {
    for number in [SIGINT, SIGTERM] { listen(for: number) }
    var action = sigaction()
    sigaction(SIGHUP, nil, &action)
    if !isIgnored(action) { listen(for: SIGHUP) }
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
