import Foundation

/// A stranger's lesson in `lesson/`, and beside it in `victim/` what is not the stranger's.
final class HostileFolder {
  let folder: LessonFolder
  static let secret = "nobody's business"

  init(_ lesson: String = Lessons.summary) throws {
    folder = try LessonFolder()
    for name in ["lesson", "victim", "victim/Docs"] { try makeFolder(name) }
    try folder.write(lesson, to: "lesson/lesson.md")
    for name in ["keep.txt", "Docs/keep.svg", "record.json", "m-1.svg"] {
      try folder.write("<svg>\(Self.secret)</svg>", to: "victim/\(name)")
    }
    before = try victim
  }

  /// What nobody may change.
  private var before: [String: Data?] = [:]

  /// Whether the victim is as it was, byte for byte.
  var isUnharmed: Bool { (try? victim) == before }

  /// What is there by name; folders have no bytes.
  private var victim: [String: Data?] {
    get throws {
      let files = FileManager.default
      let place = "\(folder.path)/victim"
      let names = try files.subpathsOfDirectory(atPath: place)
      return Dictionary(
        uniqueKeysWithValues: names.map { ($0, files.contents(atPath: "\(place)/\($0)")) })
    }
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/\(name)", withIntermediateDirectories: true)
  }

  /// Ships a link in the lesson's folder, to a path below the whole.
  func link(_ name: String, to target: String) throws {
    let path = "lesson/\(name)"
    try makeFolder(String(path[..<path.lastIndex(of: "/")!]))
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/\(path)", withDestinationPath: "\(folder.path)/\(target)")
  }

  /// Ships a file in the lesson's folder.
  func ship(_ text: String, as name: String) throws {
    let path = "lesson/\(name)"
    try makeFolder(String(path[..<path.lastIndex(of: "/")!]))
    try folder.write(text, to: path)
  }

  @discardableResult
  func caderno(_ arguments: String...) -> ProgramResult { folder.start(arguments).finish() }
}

extension Lessons {
  /// A region that somebody shipped, with images by these addresses.
  static func withRegion(_ addresses: String...) -> String {
    let images = addresses.map { "![figure](\($0))" }.joined(separator: "\n")
    let end = "The end.\n"
    return summary.replacingOccurrences(
      of: end,
      with: "<!-- caderno:out id=m key=0123456789ab -->\n\n\(images)\n\n"
        + "<!-- /caderno:out sum=000000 -->\n\n\(end)")
  }

  /// Draws a figure, without any data.
  static let drawing = """
    ---
    caderno:
      python: keras
    ---

    ```python {#p}
    import matplotlib.pyplot as plt
    plt.plot([1, 2, 3])
    plt.show()
    ```

    """
}
