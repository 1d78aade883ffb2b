internal import ArgumentParser
internal import Diagnostics
internal import Files
internal import JupyterNotebooks

/// A file of any kind that can be converted, as a Jupyter notebook.
struct NotebookInput {
  let path: String
  let console: Console

  /// - Throws: `Problem`, or an exit code with the reasons shown.
  func notebook() throws -> JupyterNotebook {
    let loading = NotebookLoading(console: console, events: nil)
    switch PathText.fileExtension(of: path) {
    case "ipynb":
      let lesson = try loading.jupyter(path)
      loading.show(lesson.file.diagnostics, in: lesson.file.source, console)
      return lesson.file.notebook
    case "py":
      let source = try loading.source(path)
      return PercentScript(String(decoding: source.bytes, as: UTF8.self)).notebook
    default:
      let notebook = try loading.notebook(path)
      let form = JupyterForm(notebook, readFile: LessonFiles(beside: path).bytes)
      loading.show(form.diagnostics, of: notebook)
      if form.diagnostics.hasErrors { throw ExitCodes.notebook }
      return form.notebook
    }
  }
}
