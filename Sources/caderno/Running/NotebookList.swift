internal import ArgumentParser
internal import Diagnostics
internal import Execution
internal import Files
internal import FoundationEssentials
internal import Notebooks
internal import Stacks

/// Notebooks named one by one, or by folders that hold them.
struct NotebookList {
  /// Files as they were named; those of a folder by name, subfolders included.
  let paths: [String]

  /// - Parameter probe: what opens the files of a folder instead of this process.
  /// - Throws: `Problem` where a folder holds no lesson.
  init(_ names: [String], probe: LessonProbe? = nil) throws {
    paths = try names.flatMap { name in
      var isFolder = false
      guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder else {
        return [name]
      }
      let files = Self.markdown(in: name)
      let areLessons = probe?.areLessons(files, in: name) ?? Self.areLessons(files)
      let found = zip(files, areLessons).filter(\.1).map(\.0)
      guard !found.isEmpty else { throw Problem.noLessons(name) }
      return found
    }
  }

  /// Markdown files; links and what begins with a dot are passed over.
  private static func markdown(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().flatMap { name -> [String] in
      var path = PathText.join(folder, name)
      // It would be read as an option.
      if path.hasPrefix("-") { path = "./\(path)" }
      var isFolder = false
      guard !NamedPlace.isLink(path),
        FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      else { return [] }
      if isFolder { return markdown(in: path) }
      return ["md", "markdown"].contains(PathText.fileExtension(of: path)) ? [path] : []
    }
  }

  /// For each file whether it is a lesson. This opens them.
  static func areLessons(_ paths: [String]) -> [Bool] {
    DeepStack.run { paths.map(isLesson) }
  }

  /// Whether a file has a directive. This opens it.
  static func isLesson(_ path: String) -> Bool {
    guard let source = try? NotebookFile.read(path) else { return false }
    return !Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary).directives.isEmpty
  }
}

extension Problem {
  fileprivate static func noLessons(_ folder: String) -> Problem {
    Problem(
      ExitCodes.notebook, code: "no-lessons",
      Message("\(folder): no lesson in this folder", pt: "\(folder): nenhuma aula nesta pasta"),
      hint: Message(
        "a lesson is a Markdown file with at least one directive",
        pt: "uma aula é um arquivo Markdown com ao menos um bloco executável"))
  }
}
