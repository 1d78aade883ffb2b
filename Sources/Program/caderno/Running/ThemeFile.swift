internal import ArgumentParser
internal import Diagnostics
internal import Files
internal import Notebooks
internal import Rendering

/// Where the theme of a lesson's page comes from: the command line, else the lesson's front matter.
struct ThemeFile {
  /// What `--theme` names, a file anywhere.
  var named: String?

  /// The theme of a lesson.
  ///
  /// - Parameter path: the lesson's path as the user gave it.
  /// - Throws: `Problem`, or an exit code with the reason shown, where there is no such theme.
  func theme(
    of notebook: Notebook, at path: String, _ loading: NotebookLoading
  ) throws -> Theme? {
    if let named { return try theme(loading.source(named), loading.console, loading) }
    guard let link = notebook.frontMatter.theme else { return nil }
    let source: SourceText
    do {
      source = SourceText(
        file: PathText.join(PathText.folder(of: path), link.path),
        bytes: try LessonFiles(beside: path).read(link.path, atMost: Theme.sizeLimit))
    } catch {
      loading.show([.notRead(link, error)], of: notebook)
      throw ExitCodes.notebook
    }
    return try theme(source, loading.console.speaking(notebook), loading)
  }

  /// The file that a lesson's page depends on; nil for none.
  func path(of notebook: Notebook, at path: String) -> String? {
    named
      ?? notebook.frontMatter.theme.map { PathText.join(PathText.folder(of: path), $0.path) }
  }

  private func theme(
    _ source: SourceText, _ console: Console, _ loading: NotebookLoading
  ) throws -> Theme {
    do {
      return try Theme(source)
    } catch {
      loading.show(error.diagnostics, in: source, console)
      throw ExitCodes.notebook
    }
  }
}

extension Diagnostic {
  fileprivate static func notRead(_ link: ThemeLink, _ error: FileError) -> Diagnostic {
    let words = error.reason.words
    return Diagnostic(
      code: error.code, at: link.range,
      Message(
        "the theme '\(link.path)' is not read: \(words.english)",
        pt: "o tema '\(link.path)' não é lido: \(words.portuguese)"))
  }
}
