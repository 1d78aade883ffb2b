internal import CommonMark
internal import Notebooks

/// A link in prose that could lead to another lesson: a relative address of a Markdown file, a Jupyter
/// notebook or a script.
struct LessonLink {
  /// The file's path from the lesson's folder.
  let path: String
  /// The address of the file's page, with the anchor.
  let pageAddress: String

  private static let endings = [".md", ".markdown", ".ipynb", ".py"]

  /// Nil for an address of anything else, and for one that leads out of the lesson's folder.
  init?(_ address: String) {
    let file = address.prefix { $0 != "#" }
    let path = MarkdownAddress.path(ofAddress: String(file))
    guard !file.contains(where: { $0 == ":" || $0 == "?" }), !path.hasPrefix("/"),
      !path.split(separator: "/").contains(".."),
      let ending = Self.endings.first(where: { file.lowercased().hasSuffix($0) })
    else { return nil }
    self.path = path
    pageAddress = file.dropLast(ending.count) + ".html" + address.dropFirst(file.count)
  }
}

extension Lesson {
  /// The files that links in the prose lead to and that could be lessons, as paths from the lesson's
  /// folder, each once.
  public var linkedFiles: [String] {
    var seen: Set<String> = []
    return notebook.cells.filter { $0.kind == .prose }.flatMap { cell in
      MarkdownDocument(cell.bytes).links.compactMap { link -> String? in
        guard !link.isImage, let path = LessonLink(link.url)?.path else { return nil }
        return seen.insert(path).inserted ? path : nil
      }
    }
  }
}
