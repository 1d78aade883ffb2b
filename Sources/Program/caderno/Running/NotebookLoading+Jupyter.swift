internal import ArgumentParser
internal import Diagnostics
internal import Execution
internal import Files
internal import JupyterNotebooks
internal import Notebooks
internal import Rendering

extension NotebookLoading {
  /// Whether a path is a Jupyter notebook's, by its extension.
  static func isJupyter(_ path: String) -> Bool { PathText.fileExtension(of: path) == "ipynb" }

  /// The Jupyter notebook in a file.
  ///
  /// - Throws: `Problem` for a file that can't be read, an exit code with the reasons shown for one
  ///   that is no notebook.
  func jupyter(_ path: String) throws -> JupyterLesson {
    try jupyter(source: try source(path))
  }

  /// The same, of a text.
  func jupyter(source: SourceText) throws -> JupyterLesson {
    do {
      return JupyterLesson(
        try JupyterFile(source: source), name: PathText.stem(of: source.file),
        vocabulary: DirectiveCatalog.vocabulary)
    } catch {
      show(error.diagnostics, in: source, console)
      throw ExitCodes.notebook
    }
  }

  /// Whether a path is a Python script's, by its extension.
  static func isScript(_ path: String) -> Bool { PathText.fileExtension(of: path) == "py" }

  /// The lesson that a script is.
  func script(_ source: SourceText) -> ScriptLesson {
    ScriptLesson(
      source, name: PathText.stem(of: source.file), vocabulary: DirectiveCatalog.vocabulary)
  }

  /// A Jupyter notebook with the outputs that stand in it.
  func shown(_ lesson: JupyterLesson) -> ShownJupyter {
    ShownJupyter(lesson, name: PathText.stem(of: lesson.file.source.file))
  }

  /// Findings with their places in the Jupyter notebook, and its text; as they are where the notebook
  /// is Markdown, or was changed since.
  func located(
    _ diagnostics: [Diagnostic], of notebook: Notebook
  ) -> (diagnostics: [Diagnostic], source: SourceText) {
    guard !diagnostics.isEmpty else { return (diagnostics, notebook.source) }
    if Self.isScript(notebook.source.file), let text = try? source(notebook.source.file) {
      let lesson = script(text)
      guard lesson.notebook.source.bytes == notebook.source.bytes else {
        return (diagnostics, notebook.source)
      }
      return (diagnostics.map(lesson.located), text)
    }
    guard Self.isJupyter(notebook.source.file), let lesson = try? jupyter(notebook.source.file),
      lesson.notebook.source.bytes == notebook.source.bytes
    else { return (diagnostics, notebook.source) }
    return (diagnostics.map(lesson.located), lesson.file.source)
  }
}
