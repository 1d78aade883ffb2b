#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Temporary files of ``AtomicFile`` whose writer was killed before it could rename them.
public enum Leftovers {
  /// Seconds that a file is left in peace: its writer may live on another machine of a cluster.
  static let patience = 600

  /// Removes those of a folder whose process is gone. What can't be removed stays.
  ///
  /// - Returns: the names of the files removed.
  @discardableResult
  public static func remove(in folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var removed: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(cString: $0)
        }
      }
      let path = "\(folder)/\(name)"
      guard let process = writer(of: name), !isAlive(process), isOld(path) else { continue }
      if unlink(path) == 0 { removed.append(name) }
    }
    return removed.sorted()
  }

  /// The process that a temporary file's name tells of: `.caderno-PID-NUMBER.tmp`.
  static func writer(of name: String) -> pid_t? {
    guard name.hasPrefix(AtomicFile.temporaryPrefix), name.hasSuffix(".tmp") else { return nil }
    let parts = name.dropFirst(AtomicFile.temporaryPrefix.count).dropLast(4).split(separator: "-")
    guard parts.count == 2, UInt32(parts[1]) != nil else { return nil }
    return pid_t(parts[0])
  }

  private static func isOld(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    #if canImport(Darwin)
      return time(nil) - status.st_mtimespec.tv_sec > patience
    #else
      return time(nil) - status.st_mtim.tv_sec > patience
    #endif
  }

  private static func isAlive(_ process: pid_t) -> Bool {
    kill(process, 0) == 0 || errno == EPERM
  }
}
