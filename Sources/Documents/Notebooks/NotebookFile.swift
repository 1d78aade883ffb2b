public import Diagnostics
internal import Files

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Reading a notebook from disk.
public enum NotebookFile {
  /// The most bytes that a notebook may have: 64 MiB.
  public static let sizeLimit = 64 << 20

  /// The text of a notebook file.
  ///
  /// - Throws: `NotebookFileError` where the path is missing, a folder, unreadable or too large,
  ///   or where its bytes aren't UTF-8.
  public static func read(_ path: String) throws(NotebookFileError) -> SourceText {
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT { throw .missing(path: path) }
      throw .unreadable(path: path, cause: SystemError.text(errno))
    }
    defer { close(file) }
    let size = try size(file, path)
    guard size <= sizeLimit else {
      throw .tooLarge(path: path, bytes: size, limit: sizeLimit)
    }
    let source = SourceText(file: path, bytes: try bytes(file, path, expecting: size))
    if let offset = firstInvalidByte(source.bytes) {
      throw .notUTF8(path: path, offset: offset, line: source.position(at: offset).line)
    }
    return source
  }

  private static func size(_ file: CInt, _ path: String) throws(NotebookFileError) -> Int {
    var status = stat()
    guard fstat(file, &status) == 0 else {
      throw .unreadable(path: path, cause: SystemError.text(errno))
    }
    let type = status.st_mode & S_IFMT
    if type == S_IFDIR { throw .folder(path: path) }
    guard type == S_IFREG else {
      throw .unreadable(path: path, cause: "not a regular file")
    }
    return Int(status.st_size)
  }

  private static func bytes(
    _ file: CInt, _ path: String, expecting size: Int
  ) throws(NotebookFileError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { [offset = bytes.count] raw in
        pread(file, raw.baseAddress, raw.count, off_t(offset))
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path: path, cause: SystemError.text(errno))
      }
      bytes += buffer[..<count]
      // The file may have grown since its size was asked for.
      if bytes.count > sizeLimit {
        throw .tooLarge(path: path, bytes: bytes.count, limit: sizeLimit)
      }
    }
  }

  /// The offset of the first byte that isn't part of well-formed UTF-8.
  static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
