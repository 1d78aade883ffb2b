#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Writing a file so that a reader sees the old bytes or the new ones, never a mixture.
public enum AtomicFile {
  /// How the names of temporary files begin; the number of the writing process follows.
  static let temporaryPrefix = ".caderno-"

  /// Replaces the file at `path`, or makes it.
  ///
  /// The bytes go to a new file in the same folder, which is synced and renamed. The mode of an
  /// existing file stays; a symbolic link stays and its target is replaced. After a failure the
  /// old file is untouched and no temporary file is left. What is no file, such as `/dev/stdout`,
  /// is written to where it stands.
  ///
  /// - Throws: `AtomicFileError` with the path as given and the system's message.
  public static func write(_ bytes: [UInt8], to path: String) throws(AtomicFileError) {
    let target = target(of: path)
    let mode = try existingMode(target, path)
    if let mode, mode & S_IFMT != S_IFREG { return try writeInPlace(bytes, target, path) }
    let folder = folder(of: target)
    let temporary = "\(folder)/\(temporaryPrefix)\(getpid())-\(UInt32.random(in: 0 ... .max)).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure(path) }
    var error = fill(file, bytes, mode.map { $0 & 0o7777 })
    if error == 0, fsync(file) != 0 { error = errno }
    if close(file) != 0, error == 0 { error = errno }
    if error == 0, rename(temporary, target) != 0 { error = errno }
    guard error == 0 else {
      unlink(temporary)
      throw AtomicFileError(path: path, cause: SystemError.text(error))
    }
    syncFolder(folder)
  }

  /// The file that a path means in the end, where it is a symbolic link.
  private static func target(of path: String) -> String {
    var place = path
    // A chain of links longer than this is a loop; opening it then says so.
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(place, &buffer, buffer.count)
      guard count > 0 else { return place }
      let link = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
      place = link.hasPrefix("/") ? link : "\(folder(of: place))/\(link)"
    }
    return place
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Writes to a device or a pipe, which renaming would replace.
  private static func writeInPlace(
    _ bytes: [UInt8], _ target: String, _ path: String
  ) throws(AtomicFileError) {
    let file = open(target, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    var error = fill(file, bytes, nil)
    if close(file) != 0, error == 0 { error = errno }
    if error != 0 { throw AtomicFileError(path: path, cause: SystemError.text(error)) }
  }

  /// The type and mode of what is to be replaced; nil where there is none.
  private static func existingMode(
    _ target: String, _ path: String
  ) throws(AtomicFileError) -> mode_t? {
    var status = stat()
    guard stat(target, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw failure(path)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw AtomicFileError(path: path, cause: SystemError.text(EISDIR))
    }
    // Renaming would replace a file that its owner protected against writing.
    guard access(target, W_OK) == 0 else { throw failure(path) }
    return status.st_mode
  }

  /// Fills a new file; the error number, 0 for success.
  private static func fill(_ file: CInt, _ bytes: [UInt8], _ mode: mode_t?) -> CInt {
    if let mode, fchmod(file, mode) != 0 { return errno }
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { Self.write(file, $0) }
      if count < 0 && errno != EINTR { return errno }
      offset += max(0, count)
    }
    return 0
  }

  private static func write(_ file: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.write(file, bytes.baseAddress, bytes.count)
    #else
      Glibc.write(file, bytes.baseAddress, bytes.count)
    #endif
  }

  /// Makes the renaming last; some file systems can't sync a folder, which harms nothing.
  private static func syncFolder(_ folder: String) {
    let file = open(folder, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }

  private static func failure(_ path: String) -> AtomicFileError {
    AtomicFileError(path: path, cause: SystemError.text(errno))
  }
}
