#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A folder that is held open: what is below it is reached name by name, and no link on the way is
/// followed.
///
/// What stands beside a lesson may be a stranger's. The path of the folder itself is the user's, so
/// links in it are followed; below it every component is opened from the one before (`openat`) and must
/// be a folder or a plain file of its own. Whatever somebody puts in its place meanwhile, no access
/// leaves the folder. Paths below are relative and have no `..`.
public final class Folder: Sendable {
  /// The path as the user named it, for messages.
  public let path: String
  let handle: CInt

  /// Opens a folder by the path that the user named.
  public convenience init(_ path: String) throws(FileError) {
    let handle = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw FileError(path, number: errno) }
    self.init(handle: handle, path: path)
  }

  private init(handle: CInt, path: String) {
    self.handle = handle
    self.path = path
  }

  deinit { close(handle) }

  /// A folder below.
  ///
  /// - Parameter making: whether to make what is not there.
  public func folder(_ below: String, making: Bool = false) throws(FileError) -> Folder {
    var folder = self
    for name in try names(in: below) { folder = try folder.child(name, making: making) }
    return folder
  }

  /// The part of a path that lies below this folder; nil where the path doesn't lead through it.
  ///
  /// Folders are compared by what they are, not by how they are spelled.
  public func part(of path: String) -> String? {
    let names = path.split(separator: "/").filter { $0 != "." }
    var place = path.hasPrefix("/") ? "/" : "."
    for count in 0..<names.count {
      if count > 0 { place += "/\(names[count - 1])" }
      if isSame(as: place), names[count] != ".." { return names[count...].joined(separator: "/") }
    }
    return nil
  }

  /// The folder that a path below ends in, and the last name.
  func parent(of below: String, making: Bool = false) throws(FileError) -> (Folder, name: String) {
    var names = try names(in: below)
    guard let last = names.popLast() else { throw FileError(path, .notPlain) }
    var folder = self
    for name in names { folder = try folder.child(name, making: making) }
    return (folder, last)
  }

  /// The path of something in this folder, for messages.
  public func path(of name: String) -> String {
    if path == "." { return name }
    return path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }

  /// What the system says of a name in this folder itself; nil where there is none.
  func status(_ name: String) -> stat? {
    var found = stat()
    return fstatat(handle, name, &found, AT_SYMLINK_NOFOLLOW) == 0 ? found : nil
  }

  /// The error that the last call gave for a name in this folder.
  func failure(_ name: String, _ number: CInt = errno) -> FileError {
    // Systems differ in what they say of a link that is not followed.
    let isLink = status(name).map { $0.st_mode & S_IFMT == S_IFLNK } ?? false
    return isLink ? FileError(path(of: name), .link) : FileError(path(of: name), number: number)
  }

  private func child(_ name: String, making: Bool) throws(FileError) -> Folder {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    var next = openat(handle, name, flags)
    if next < 0, errno == ENOENT, making {
      guard mkdirat(handle, name, 0o777) == 0 || errno == EEXIST else { throw failure(name) }
      next = openat(handle, name, flags)
    }
    guard next >= 0 else { throw failure(name) }
    return Folder(handle: next, path: path(of: name))
  }

  /// Whether a path, wherever it may lead by links, says nothing of places outside of its folder.
  public static func isInside(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
  }

  private func names(in below: String) throws(FileError) -> [String] {
    guard Self.isInside(below) else { throw FileError(below, .outside) }
    let names = below.split(separator: "/").filter { $0 != "." }.map(String.init)
    // The system would read a name up to the zero.
    guard !below.utf8.contains(0) else { throw FileError(below, .missing) }
    return names
  }

  private func isSame(as place: String) -> Bool {
    var (own, other) = (stat(), stat())
    return fstat(handle, &own) == 0 && stat(place, &other) == 0 && own.st_ino == other.st_ino
      && own.st_dev == other.st_dev
  }
}
