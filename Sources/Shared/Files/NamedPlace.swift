#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What stands at a path that the user named: links in it are followed.
public enum NamedPlace {
  /// What a path means in the end, where its last part is a symbolic link, or a link to a link.
  public static func end(of path: String) -> String {
    var place = path
    // A chain longer than this is a loop; opening it then says so.
    for _ in 0..<40 {
      guard let target = target(ofLink: place) else { return place }
      place = target.hasPrefix("/") ? target : PathText.join(PathText.folder(of: place), target)
    }
    return place
  }

  /// Whether a path's last part is a symbolic link.
  public static func isLink(_ path: String) -> Bool { target(ofLink: path) != nil }

  /// Whether something is there that is neither a file nor a folder, such as a device or a pipe: it is
  /// written to where it stands, while a file is replaced by a new one.
  public static func isWrittenInPlace(_ path: String) -> Bool {
    var found = stat()
    return stat(path, &found) == 0 && ![S_IFREG, S_IFDIR].contains(found.st_mode & S_IFMT)
  }

  private static func target(ofLink path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
