#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Reading a file by the path that the user named: links in it are followed.
public enum NamedFile {
  /// The bytes of a plain file.
  public static func read(_ path: String, atMost limit: Int) throws(FileError) -> [UInt8] {
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw FileError(path, number: errno) }
    defer { close(file) }
    return try OpenFile.bytes(of: file, path: path, atMost: limit)
  }
}

/// Reading a file that is open.
enum OpenFile {
  /// The bytes of a plain file, however it grows meanwhile.
  ///
  /// - Parameter first: how many are wanted; nil for all.
  static func bytes(
    of file: CInt, path: String, atMost limit: Int, first: Int? = nil
  ) throws(FileError) -> [UInt8] {
    var found = stat()
    guard fstat(file, &found) == 0 else { throw FileError(path, number: errno) }
    guard found.st_mode & S_IFMT == S_IFREG else { throw FileError(path, .notPlain) }
    guard found.st_size <= limit else { throw FileError(path, .tooLarge(limit: limit)) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(Int(found.st_size), first ?? .max))
    // One byte more than expected shows the end.
    var buffer = [UInt8](repeating: 0, count: min(Int(found.st_size) + 1, first ?? .max, 1 << 18))
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileError(path, number: errno) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      if let first, bytes.count >= first { return Array(bytes[..<first]) }
      guard bytes.count <= limit else { throw FileError(path, .tooLarge(limit: limit)) }
    }
  }
}
