internal import ArgumentParser
internal import Diagnostics
internal import Execution
internal import JupyterNotebooks
internal import Notebooks

/// Reads notebooks, and shows what was found in them.
struct NotebookLoading {
  let console: Console
  let events: EventStream?

  /// The notebook in a file; of a Jupyter notebook or a script the Markdown that it stands for.
  ///
  /// - Throws: `Problem` for a file that can't be read.
  func notebook(_ path: String) throws -> Notebook {
    if Self.isJupyter(path) {
      let lesson = try jupyter(path)
      show(lesson.file.diagnostics, in: lesson.file.source, console.speaking(lesson.notebook))
      return lesson.notebook
    }
    if Self.isScript(path) { return script(try source(path)).notebook }
    return Notebook(source: try source(path), vocabulary: DirectiveCatalog.vocabulary)
  }

  /// The text of a file.
  ///
  /// - Throws: `Problem` for a file that can't be read.
  func source(_ path: String) throws -> SourceText {
    do {
      return try NotebookFile.read(path)
    } catch {
      throw Problem(error.exitCode, code: error.code, error.message)
    }
  }

  /// Shows findings in a notebook.
  func show(_ diagnostics: [Diagnostic], of notebook: Notebook) {
    let found = located(diagnostics, of: notebook)
    show(found.diagnostics, in: found.source, console.speaking(notebook))
  }

  /// Shows findings in a text.
  func show(_ diagnostics: [Diagnostic], in source: SourceText, _ console: Console) {
    if let events {
      for diagnostic in diagnostics {
        events.write(EventLine(diagnostic, in: source, language: console.language))
      }
    }
    let shown = console.isQuiet ? diagnostics.filter { $0.severity == .error } : diagnostics
    let formatter = DiagnosticFormatter(
      source: source, language: console.language, color: console.usesColor)
    console.write(formatter.format(shown))
  }
}

extension NotebookFileError {
  /// A stable name for the error.
  fileprivate var code: String {
    switch self {
    case .missing: "file-missing"
    case .folder: "file-is-folder"
    case .unreadable: "file-unreadable"
    case .tooLarge: "file-too-large"
    case .notUTF8: "not-utf8"
    }
  }

  fileprivate var exitCode: ExitCode {
    if case .unreadable = self { ExitCodes.world } else { ExitCodes.notebook }
  }
}
