#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Signals that would end the program where an error can be reported instead.
enum ProcessSignals {
  /// Makes writes past a limit of file size, and writes to a pipe that nobody reads, fail with an
  /// error rather than kill: a file that is half written is then removed, and the user is told.
  static func ignoreThoseOfFailedWrites() {
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
  }
}
