internal import Diagnostics
internal import Files
internal import FoundationEssentials
internal import JupyterNotebooks
internal import Notebooks
internal import Rendering

/// Files that somebody may have written himself, in the place of outputs whose names nobody gave.
///
/// A page is made anew from its lesson. A Jupyter notebook may hold work of its own, unless its mark says
/// that Caderno made it and that nobody edited it since; Markdown in the lesson's own folder may be one.
enum ForeignFile {
  /// - Throws: `Problem` for the first file that is there and may be somebody's work.
  static func check(_ files: [String], of lesson: String) throws {
    for file in files where FileManager.default.fileExists(atPath: file) {
      let isOurs =
        switch FormatList([PathText.fileExtension(of: file)]).facts.first?.overwriting {
        case .always, nil: true
        case .whereMarked: isMade(file)
        case .elsewhere: !isBeside(file, lesson)
        }
      guard isOurs else { throw Problem.foreign(file) }
    }
  }

  private static func isMade(_ file: String) -> Bool {
    guard let source = try? NotebookFile.read(file), let read = try? JupyterFile(source: source)
    else { return false }
    return read.notebook.isMade
  }

  private static func isBeside(_ file: String, _ lesson: String) -> Bool {
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
