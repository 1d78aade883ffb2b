internal import Diagnostics
internal import Files
internal import Notebooks
internal import Rendering

/// The files that a lesson refers to: plain ones inside its folder, by a path without links.
struct LessonFiles {
  /// The folder of the lesson.
  let folder: String

  /// The most bytes that a figure or an attachment may have: 64 MiB.
  static let sizeLimit = 64 << 20

  /// - Parameter path: the lesson's path as the user gave it.
  init(beside path: String) { folder = PathText.folder(of: path) }

  /// The bytes of a file; nil where there is none, or one that isn't read.
  func bytes(_ path: String) -> [UInt8]? { try? read(path) }

  /// The bytes of a file, all of them or the first ones.
  ///
  /// - Throws: ``FileError`` for what isn't read, with the reason.
  func read(
    _ path: String, atMost limit: Int = sizeLimit, first: Int? = nil
  ) throws(FileError) -> [UInt8] {
    try Folder(folder).read(path, atMost: limit, first: first)
  }

  /// Whether a file is a lesson of the same course: one in the lesson's folder or below that could be run.
  func isLesson(_ path: String) -> Bool {
    guard let bytes = bytes(path) else { return false }
    return NotebookList.isLesson(SourceText(file: path, bytes: bytes))
  }

  /// Warnings for figures in a notebook's regions that are there but aren't read.
  func findings(in notebook: Notebook) -> [Diagnostic] {
    guard let folder = try? Folder(folder) else { return [] }
    var found: [Diagnostic] = []
    for region in notebook.regions {
      let place = region.range.lowerBound..<region.bodyRange.lowerBound - 1
      for path in region.figureFiles {
        do {
          try folder.check(path)
        } catch {
          found.append(.notRead(path, error, at: place))
        }
      }
    }
    return found
  }
}

extension Lesson {
  /// Looks which of the files that its prose leads to are lessons.
  mutating func findLinkedLessons(beside path: String) {
    linkedLessons = Set(linkedFiles.filter(LessonFiles(beside: path).isLesson))
  }
}

extension Diagnostic {
  fileprivate static func notRead(
    _ path: String, _ error: FileError, at place: Range<Int>
  ) -> Diagnostic {
    let words = error.reason.words
    return Diagnostic(
      .warning, code: error.code, at: place,
      Message(
        "the figure '\(path)' is not read: \(words.english)",
        pt: "a figura '\(path)' não é lida: \(words.portuguese)"))
  }
}
