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

  /// The most bytes that a file may have before a library looks into it: 1 GiB. The largest archive of
  /// the catalog has 170 MB.
  static let sizeLimit = 1 << 30

  /// Throws unless a path leads to a regular file of no more than ``sizeLimit`` bytes.
  static func expectFile(_ path: String) throws(FileProblem) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .unreadable(reason: lastReason) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    guard status.st_size <= sizeLimit else {
      throw .tooLarge(limit: sizeLimit, found: Int(status.st_size))
    }
  }

  /// The system's words for the last error.
  static var lastReason: String { String(cString: strerror(errno)) }

  /// A path inside a folder.
  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
