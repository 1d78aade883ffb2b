internal import Files
internal import Notebooks
internal import RunRecords

/// A file at a revision of the repository that the command runs in, as its command line names it:
/// `git:REV:PATH`.
struct GitRevision: Hashable {
  let name: String
  let path: String

  /// - Returns: nil for words that name something else.
  init?(_ text: String) {
    guard text.hasPrefix("git:") else { return nil }
    let rest = text.dropFirst(4)
    guard let colon = rest.firstIndex(of: ":") else { return nil }
    (name, path) = (String(rest[..<colon]), String(rest[rest.index(after: colon)...]))
  }

  /// The folder of the file.
  var folder: String { PathText.folder(of: path) }

  /// Whether the file is a run's record; it is a notebook otherwise.
  var isRecord: Bool { PathText.fileExtension(of: path) == "json" }

  /// The bytes of the file itself or of one beside it; nil where there is none, and for all others.
  func bytes(_ path: String) -> [UInt8]? {
    guard allows(path) else { return nil }
    let own = isRecord ? RunRecord.sizeLimit : NotebookFile.sizeLimit
    return GitObjects.blob(
      path, at: name, atMost: path == self.path ? own : LessonFiles.sizeLimit)
  }

  /// Whether a path is the file's own, or of one in its folder or below.
  func allows(_ path: String) -> Bool {
    if path == self.path { return true }
    let prefix = folder == "." ? "" : folder + "/"
    let rest = String(path.dropFirst(prefix.count))
    return path.hasPrefix(prefix) && !rest.isEmpty && Folder.isInside(rest)
  }
}
