#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Temporary files of ``AtomicFile`` whose writer was killed before it could rename them.
public enum Leftovers {
  /// Seconds that a file is left in peace: its writer may live on another machine of a cluster.
  static let patience = 600

  /// Removes those of a folder whose process is gone. What can't be removed stays, and so does what
  /// is no plain file.
  ///
  /// - Returns: the names of the files removed.
  @discardableResult
  public static func remove(in folder: Folder) -> [String] {
    folder.names().filter { name in
      guard let process = writer(of: name), !isAlive(process), isOld(folder.plainFile(name)) else {
        return false
      }
      return folder.remove(name)
    }
  }

  /// The process that a temporary file's name tells of: `.caderno-PID-NUMBER.tmp`.
  static func writer(of name: String) -> pid_t? {
    guard name.hasPrefix(AtomicFile.temporaryPrefix), name.hasSuffix(".tmp") else { return nil }
    let parts = name.dropFirst(AtomicFile.temporaryPrefix.count).dropLast(4).split(separator: "-")
    guard parts.count == 2, UInt32(parts[1]) != nil else { return nil }
    return pid_t(parts[0])
  }

  private static func isOld(_ file: Folder.PlainFile?) -> Bool {
    file.map { Double(time(nil)) - $0.changed > Double(patience) } ?? false
  }

  private static func isAlive(_ process: pid_t) -> Bool {
    kill(process, 0) == 0 || errno == EPERM
  }
}
