internal import ArgumentParser
internal import Diagnostics
internal import Execution
internal import Files
internal import FoundationEssentials
internal import JupyterNotebooks
internal import Notebooks
internal import Stacks

/// Notebooks named one by one, or by folders that hold them.
struct NotebookList {
  /// One of them.
  struct Entry: Equatable {
    let path: String
    /// The folder that it lies in, below the one that all names have in common; empty for that itself.
    let subfolder: String
    /// Whether it was named itself, not by a folder around it.
    let isNamed: Bool
  }

  /// Files as they were named; those of a folder by name, subfolders included. None comes twice.
  let entries: [Entry]

  var paths: [String] { entries.map(\.path) }

  /// - Parameters:
  ///   - output: where outputs go: what stands there was made, and is passed over.
  ///   - probe: what opens the files of a folder instead of this process.
  /// - Throws: `Problem` where a folder holds no lesson.
  init(_ names: [String], except output: String? = nil, probe: LessonProbe? = nil) throws {
    var found: [(path: String, isNamed: Bool)] = []
    var tops: [[String]] = []
    for name in names {
      guard Self.isFolder(name) else {
        found.append((name, true))
        tops.append(PathText.components(of: PathText.folder(of: name)))
        continue
      }
      let files = Self.files(in: name, except: output.map(PathText.components))
      let areLessons = probe?.areLessons(files, in: name) ?? Self.areLessons(files)
      let lessons = zip(files, areLessons).filter(\.1).map { (path: $0.0, isNamed: false) }
      guard !lessons.isEmpty else { throw Problem.noLessons(name) }
      found += lessons
      tops.append(PathText.components(of: name))
    }
    let top = tops.dropFirst().reduce(tops.first ?? []) { zip($0, $1).prefix(while: ==).map(\.0) }
    var taken = Set<[String]>()
    entries = found.compactMap { path, isNamed in
      let place = PathText.components(of: path)
      guard taken.insert(place).inserted else { return nil }
      let subfolder = place.dropFirst(top.count).dropLast().joined(separator: "/")
      return Entry(path: path, subfolder: subfolder, isNamed: isNamed)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// Files that may be lessons; links and what begins with a dot are passed over.
  private static func files(in folder: String, except output: [String]?) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().flatMap { name -> [String] in
      var path = PathText.join(folder, name)
      // It would be read as an option.
      if path.hasPrefix("-") { path = "./\(path)" }
      if NamedPlace.isLink(path) { return [] }
      if isFolder(path) {
        return PathText.components(of: path) == output ? [] : files(in: path, except: output)
      }
      return extensions.contains(PathText.fileExtension(of: path)) ? [path] : []
    }
  }

  private static let extensions = ["md", "markdown", "ipynb", "py"]

  /// For each file whether it is a lesson. This opens them.
  static func areLessons(_ paths: [String]) -> [Bool] {
    DeepStack.run { paths.map(isLesson) }
  }

  /// Whether a file is a lesson: Markdown with a directive, a Jupyter notebook with a cell that runs, or a
  /// script with Jupytext's header. This opens it.
  static func isLesson(_ path: String) -> Bool {
    guard let source = try? NotebookFile.read(path) else { return false }
    return isLesson(source)
  }

  /// The same for the text of a file, whose name says what it would be.
  static func isLesson(_ source: SourceText) -> Bool {
    let path = source.file
    let vocabulary = DirectiveCatalog.vocabulary
    if NotebookLoading.isScript(path) {
      return PercentScript.hasHeader(String(decoding: source.bytes, as: UTF8.self))
    }
    guard NotebookLoading.isJupyter(path) else {
      return !Notebook(source: source, vocabulary: vocabulary).directives.isEmpty
    }
    // What can't be read says itself what is wrong.
    guard let file = try? JupyterFile(source: source) else { return true }
    let lesson = JupyterLesson(file, name: PathText.stem(of: path), vocabulary: vocabulary)
    return !lesson.notebook.directives.isEmpty
  }
}

extension Problem {
  fileprivate static func noLessons(_ folder: String) -> Problem {
    Problem(
      ExitCodes.notebook, code: "no-lessons",
      Message("\(folder): no lesson in this folder", pt: "\(folder): nenhuma aula nesta pasta"),
      hint: Message(
        "a lesson is a Markdown file with a directive, a Jupyter notebook with code, or a script with "
          + "Jupytext's header",
        pt:
          "uma aula é um arquivo Markdown com um bloco executável, um caderno Jupyter com código ou um "
          + "script com o cabeçalho do Jupytext"))
  }
}
