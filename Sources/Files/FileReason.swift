#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Why a path can't be used, in the system's own words.
public enum FileReason {
  /// Asks the system about the path, and where it is not there about the folder that it would be in.
  public static func text(of path: String) -> String {
    if access(path, F_OK) == 0 {
      return access(path, R_OK | W_OK) == 0 ? SystemError.text(EIO) : SystemError.text(errno)
    }
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      let name = folder.isEmpty ? "/" : String(folder)
      var status = stat()
      guard stat(name, &status) == 0 else { continue }
      if status.st_mode & S_IFMT != S_IFDIR { return SystemError.text(ENOTDIR) }
      return access(name, W_OK | X_OK) == 0 ? SystemError.text(ENOSPC) : SystemError.text(errno)
    }
    return SystemError.text(ENOENT)
  }
}
