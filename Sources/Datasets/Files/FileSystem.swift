#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The few questions asked of the file system.
enum FileSystem {
  /// Whether something is there, readable or not.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    // A file that permission hides is an error to report, not one that is missing.
    return stat(path, &status) == 0 || errno == EACCES
  }

  /// Whether a path leads to a regular file; throws where the system can't tell.
  static func isRegular(_ path: String) throws(FileProblem) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .unreadable(reason: lastReason) }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// The system's words for the last error.
  static var lastReason: String { String(cString: strerror(errno)) }

  /// A path inside a folder.
  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
