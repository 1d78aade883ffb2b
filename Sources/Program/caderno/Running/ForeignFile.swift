internal import Diagnostics
internal import Digests
internal import Execution
internal import Files
internal import FoundationEssentials
internal import JupyterNotebooks
internal import Notebooks
internal import Rendering
internal import RunRecords

/// Files in the place of outputs whose names nobody gave, which are overwritten only where what stands in
/// them tells that Caderno made them.
struct ForeignFile {
  /// The lesson that the outputs are of.
  let lesson: String
  let console: Console

  /// - Throws: `Problem` for the first file that is there and may be somebody's work.
  func check(_ files: [String]) throws {
    for file in files where FileManager.default.fileExists(atPath: file) {
      // A link is told of as one, and nothing is read through it.
      try NamedOutput(file, lessons: [lesson]).check()
      if !isMade(file) { throw Problem.foreign(file) }
    }
  }

  private func isMade(_ file: String) -> Bool {
    guard let source = try? NotebookFile.read(file) else { return false }
    switch FormatList([PathText.fileExtension(of: file)]).facts.first?.overwriting {
    case .whereMarked: return (try? JupyterFile(source: source))?.notebook.isMade ?? false
    case .whereLessonStands:
      return MadeFile(path: file).isMade(source.bytes) || !isBeside(file) && isMade(source)
    case .whereGenerated: return HTMLPageRenderer.isMade(source.bytes)
    case .whereHeaded: return isText(source)
    case nil: return false
    }
  }

  /// Markdown that holds the lesson's text as some run left it, its outputs as they were written.
  private func isMade(_ source: SourceText) -> Bool {
    let notebook = Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary)
    guard notebook.regions.allSatisfy(\.isIntact) else { return false }
    let text = SHA256Digest(of: notebook.cleaned()).description
    let store = RecordStore(notebookPath: lesson, console: console)
    return store.latest { $0.notebook.textSHA256 == text } != nil
  }

  /// Whether a text begins as one of Caderno's does: with a directive's name and kind.
  private func isText(_ source: SourceText) -> Bool {
    if source.bytes.isEmpty { return true }
    let words = String(decoding: source.line(1), as: UTF8.self).split(separator: " ")
    guard words.count == 2, words[0].hasPrefix("["), words[0].hasSuffix("]") else { return false }
    return DirectiveCatalog.vocabulary.syntax(named: String(words[1])) != nil
  }

  private func isBeside(_ file: String) -> Bool {
    PathText.components(of: file).dropLast() == PathText.components(of: lesson).dropLast()
  }
}

extension Problem {
  fileprivate static func foreign(_ file: String) -> Problem {
    Problem(
      ExitCodes.notebook, code: "file-exists",
      Message(
        "\(file): there is such a file already, and it may be somebody's work",
        pt: "\(file): o arquivo já existe e pode ser trabalho de alguém"),
      hint: Message("--force overwrites it", pt: "--force o substitui"))
  }
}
