#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension Folder {
  /// What a folder knows of a plain file in it.
  public struct PlainFile: Hashable, Sendable {
    /// The file's size in bytes.
    public let bytes: Int
    /// Seconds since 1970 of the last change of content.
    public let changed: Double
  }

  /// The names in this folder, sorted.
  public func names() -> [String] {
    // A handle of its own: one that was read from stands at its end.
    let own = openat(handle, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0 else { return [] }
    guard let stream = fdopendir(own) else {
      close(own)
      return []
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// A plain file below; nil where there is none, or something else.
  public func plainFile(_ below: String) -> PlainFile? {
    guard let (folder, name) = try? parent(of: below), let found = folder.status(name),
      found.st_mode & S_IFMT == S_IFREG
    else { return nil }
    #if canImport(Darwin)
      let time = found.st_mtimespec
    #else
      let time = found.st_mtim
    #endif
    return PlainFile(
      bytes: Int(found.st_size), changed: Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9)
  }

  /// Says what is in the way of a plain file below; what is not there yet is in nobody's way.
  public func check(_ below: String) throws(FileError) {
    do {
      let (folder, name) = try parent(of: below)
      if let found = folder.status(name) { try folder.requirePlain(found, name) }
    } catch  where error.reason == .missing {}
  }

  /// The bytes of a plain file below.
  ///
  /// - Parameters:
  ///   - limit: the most bytes that the file may have.
  ///   - first: how many are wanted from its beginning; nil for all.
  public func read(
    _ below: String, atMost limit: Int, first: Int? = nil
  ) throws(FileError) -> [UInt8] {
    let (folder, name) = try parent(of: below)
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
    let file = openat(folder.handle, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw folder.failure(name) }
    defer { close(file) }
    return try OpenFile.bytes(of: file, path: folder.path(of: name), atMost: limit, first: first)
  }

  func requirePlain(_ found: stat, _ name: String) throws(FileError) {
    switch found.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFLNK: throw FileError(path(of: name), .link)
    default: throw FileError(path(of: name), .notPlain)
    }
  }
}
