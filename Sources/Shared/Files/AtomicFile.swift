#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Writing a file that the user named so that a reader sees the old bytes or the new ones, never a
/// mixture.
public enum AtomicFile {
  /// How the names of temporary files begin; the number of the writing process follows.
  static let temporaryPrefix = ".caderno-"

  /// Replaces the file at `path`, or makes it (``Folder/write(_:to:making:)``).
  ///
  /// What is no file, such as `/dev/stdout`, is written to where it stands.
  ///
  /// - Parameter followsLink: whether the file may be a symbolic link, which stays while its target is
  ///   replaced.
  /// - Throws: `AtomicFileError` with the path as given and the reason.
  public static func write(
    _ bytes: [UInt8], to path: String, followsLink: Bool = true
  ) throws(AtomicFileError) {
    if NamedPlace.isWrittenInPlace(path) { return try writeInPlace(bytes, path) }
    let target = followsLink ? NamedPlace.end(of: path) : path
    do {
      try open(PathText.folder(of: target)).write(bytes, to: name(of: target))
    } catch {
      throw AtomicFileError(path: path, reason: error.reason)
    }
  }

  static func temporaryName() -> String {
    "\(temporaryPrefix)\(getpid())-\(UInt32.random(in: 0 ... .max)).tmp"
  }

  /// Writes all bytes to an open file; the error number, 0 for success.
  static func fill(_ file: CInt, _ bytes: [UInt8]) -> CInt {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { Self.write(file, $0) }
      if count < 0 && errno != EINTR { return errno }
      offset += max(0, count)
    }
    return 0
  }

  private static func open(_ folder: String) throws(AtomicFileError) -> Folder {
    do {
      return try Folder(folder)
    } catch {
      throw AtomicFileError(error)
    }
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? path
  }

  /// Writes to a device or a pipe, which renaming would replace.
  private static func writeInPlace(_ bytes: [UInt8], _ path: String) throws(AtomicFileError) {
    let file = openat(AT_FDCWD, path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw AtomicFileError(path: path, reason: .system(errno)) }
    var error = fill(file, bytes)
    if close(file) != 0, error == 0 { error = errno }
    if error != 0 { throw AtomicFileError(path: path, reason: .system(error)) }
  }

  private static func write(_ file: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.write(file, bytes.baseAddress, bytes.count)
    #else
      Glibc.write(file, bytes.baseAddress, bytes.count)
    #endif
  }
}
