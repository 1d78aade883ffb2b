#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// An exclusive lock on a file, among processes and within one; it dies with its process.
///
/// The lock is advisory (`flock`): it keeps those apart who ask for it. The file stays behind, empty.
public final class FileLock {
  private let file: CInt

  private init(file: CInt) { self.file = file }

  deinit { close(file) }

  /// What came of asking for a lock.
  public enum Outcome {
    case held(FileLock)
    /// Somebody else holds it.
    case busy
    /// The file can't be made or the file system has no locks: nobody can be kept apart.
    case impossible
  }

  /// Asks once.
  public static func attempt(_ path: String) -> Outcome {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { return .impossible }
    if flock(file, LOCK_EX | LOCK_NB) == 0 { return .held(FileLock(file: file)) }
    let isBusy = errno == EWOULDBLOCK
    close(file)
    return isBusy ? .busy : .impossible
  }

  /// Asks until the lock is held, or can't be had, or the caller gives up.
  ///
  /// - Parameters:
  ///   - isCancelled: asked twenty times a second.
  ///   - onWait: called once where somebody else holds the lock.
  /// - Returns: nil where there is no lock to be had, or the caller gave up.
  public static func wait(
    for path: String, isCancelled: () -> Bool = { false }, onWait: () -> Void = {}
  ) -> FileLock? {
    var hasWaited = false
    while true {
      switch attempt(path) {
      case .held(let lock): return lock
      case .impossible: return nil
      case .busy:
        if !hasWaited { onWait() }
        hasWaited = true
        if isCancelled() { return nil }
        usleep(50_000)
      }
    }
  }
}
