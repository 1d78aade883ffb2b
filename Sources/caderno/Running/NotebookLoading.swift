internal import Diagnostics
internal import Execution
internal import Notebooks

/// Reads and plans a notebook, and shows what was found.
struct NotebookLoading {
  let console: Console
  let events: EventStream?

  /// The plan of a notebook file, or nil with the reason shown.
  ///
  /// - Throws: the exit code for a file that can't be read.
  func plan(_ path: String, parameters: [String: String]) throws -> Plan {
    let notebook: Notebook
    do {
      notebook = Notebook(
        source: try NotebookFile.read(path), vocabulary: DirectiveCatalog.vocabulary)
    } catch {
      console.fail(code: error.code, error.message)
      throw error.isWorldsFault ? ExitCodes.world : ExitCodes.notebook
    }
    return Plan(notebook, parameters: parameters)
  }

  /// Shows the findings of a plan.
  func show(_ diagnostics: [Diagnostic], of notebook: Notebook) {
    let language =
      notebook.frontMatter.lang == nil ? console.language : notebook.frontMatter.language
    if let events {
      for diagnostic in diagnostics {
        events.write(EventLine(diagnostic, in: notebook.source, language: language))
      }
    }
    let shown = console.isQuiet ? diagnostics.filter { $0.severity == .error } : diagnostics
    let formatter = DiagnosticFormatter(
      source: notebook.source, language: language, color: console.usesColor)
    console.write(formatter.format(shown))
  }
}

extension NotebookFileError {
  /// A stable name for the error.
  var code: String {
    switch self {
    case .missing: "file-missing"
    case .folder: "file-is-folder"
    case .unreadable: "file-unreadable"
    case .tooLarge: "file-too-large"
    case .notUTF8: "not-utf8"
    }
  }

  /// Whether something besides the notebook has to be mended.
  var isWorldsFault: Bool {
    if case .unreadable = self { true } else { false }
  }
}
