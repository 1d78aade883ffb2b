internal import Memory

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file that is being fetched, kept between tries so that the next one goes on where it stopped.
///
/// The file is locked while it is written. A second process that wants the same file gets a part of
/// its own name, so the two never mix; a lock dies with its process.
final class PartFile {
  let path: String
  private let descriptor: Int32
  private(set) var size: Int

  /// Opens `FILE.part`, or `FILE.PID.part` where somebody else holds that.
  init(for path: String) throws(DownloadFailure) {
    if let part = Self.open("\(path).part") {
      (self.path, descriptor, size) = part
    } else if let part = Self.open("\(path).\(getpid()).part") {
      (self.path, descriptor, size) = part
    } else {
      throw .cannotWrite(path: "\(path).part", cause: String(cString: strerror(errno)))
    }
  }

  deinit { close(descriptor) }

  private static func open(_ path: String) -> (String, Int32, Int)? {
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    #if canImport(Glibc)
      let descriptor = Glibc.open(path, flags, 0o644)
    #else
      let descriptor = Darwin.open(path, flags, 0o644)
    #endif
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    return (path, descriptor, max(0, size))
  }

  /// Adds bytes; false where they could not be written.
  func append(_ bytes: Elements<UInt8>) -> Bool {
    var rest = bytes
    while rest.count > 0 {
      let written = write(descriptor, rest.start, rest.count)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      size += written
      rest = rest[written...]
    }
    return true
  }

  /// Drops everything that was kept.
  func restart() {
    ftruncate(descriptor, 0)
    lseek(descriptor, 0, SEEK_SET)
    size = 0
  }

  /// Removes the file.
  func discard() { unlink(path) }

  /// Gives the finished file its name.
  func finish(as final: String) throws(DownloadFailure) {
    guard fsync(descriptor) == 0, rename(path, final) == 0 else {
      throw .cannotWrite(path: final, cause: String(cString: strerror(errno)))
    }
  }
}
