#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What tells that a file is still the one that was read: who changes its bytes changes this too.
///
/// It holds the device, the inode, the size and the times of the last change of content and of
/// status, in nanoseconds. Nobody can set the time of the last change of status.
public struct FileIdentity: Hashable, Sendable, CustomStringConvertible {
  /// The path by which the file was found; links in it are followed.
  public let path: String
  private let device: UInt64
  private let inode: UInt64
  private let size: Int64
  private let content: Int64
  private let status: Int64

  /// Nil where there is no such file.
  public init?(_ path: String) {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    self.path = path
    device = UInt64(truncatingIfNeeded: found.st_dev)
    inode = UInt64(truncatingIfNeeded: found.st_ino)
    size = Int64(found.st_size)
    #if canImport(Darwin)
      content = Self.nanoseconds(found.st_mtimespec)
      status = Self.nanoseconds(found.st_ctimespec)
    #else
      content = Self.nanoseconds(found.st_mtim)
      status = Self.nanoseconds(found.st_ctim)
    #endif
  }

  /// Whether the last change is at least two seconds old, so that the next one will show: clocks of
  /// file systems tick slowly.
  public var isSettled: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Self.nanoseconds(now) &- max(content, status) > 2_000_000_000
  }

  /// All that tells the file, in one line, for keys of results: path, device, inode, size and both
  /// times in nanoseconds.
  public var description: String { "\(path) \(device) \(inode) \(size) \(content) \(status)" }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    // Times after 2262 and before 1677 wrap around; they tell files apart all the same.
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
