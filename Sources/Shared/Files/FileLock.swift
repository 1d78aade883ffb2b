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
    /// The file can't be made, a link stands in its place, or the file system has no locks: nobody can be kept apart.
    case impossible
  }

  /// Asks once for the lock on a plain file in a folder.
  public static func attempt(_ name: String, in folder: Folder) -> Outcome {
    guard let (folder, name) = try? folder.parent(of: name) else { return .impossible }
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let file = openat(folder.handle, name, flags, 0o666)
    guard file >= 0 else { return .impossible }
    var found = stat()
    guard fstat(file, &found) == 0, found.st_mode & S_IFMT == S_IFREG else {
      close(file)
      return .impossible
    }
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
    for name: String, in folder: Folder, isCancelled: () -> Bool = { false },
    onWait: () -> Void = {}
  ) -> FileLock? {
    var hasWaited = false
    while true {
      switch attempt(name, in: folder) {
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
