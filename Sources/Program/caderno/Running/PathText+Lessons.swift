internal import Files
internal import FoundationEssentials

extension PathText {
  /// What a lesson's own files are named after, such as the folder of its figures: its name without ".md".
  /// Any other extension stays, so that lessons that differ in it alone share nothing.
  static func lessonName(of path: String) -> String {
    fileExtension(of: path) == "md" ? stem(of: path) : fileName(of: path)
  }

  /// The names from the root to what a path leads to, as it is spelled: links on the way don't count.
  static func components(of path: String) -> [String] {
    let whole =
      path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    return whole.split(separator: "/").reduce(into: []) { names, name in
      if name == ".." { _ = names.popLast() } else if name != "." { names.append(String(name)) }
    }
  }
}
