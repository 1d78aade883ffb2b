internal import Diagnostics
internal import JupyterNotebooks
public import Notebooks
internal import RunRecords

/// A Jupyter notebook with the outputs of the run.
public struct JupyterRenderer: Renderer {
  public static let name = "ipynb"

  public init() {}

  public func files(for lesson: Lesson) throws(WriteRefusal) -> [RenderedFile] {
    let bytes = try lesson.notebook.writing([], links: lesson.links, force: true)
    let source = SourceText(file: lesson.notebook.source.file, bytes: bytes)
    let updated = Notebook(source: source, vocabulary: lesson.notebook.vocabulary)
    let form = JupyterForm(updated) { lesson.images[$0] }
    guard form.diagnostics.isEmpty else { throw WriteRefusal(diagnostics: form.diagnostics) }
    var notebook = form.notebook
    let writer = JupyterOutputWriter(language: lesson.language)
    for (index, step) in lesson.record.steps.enumerated() {
      guard let cell = form.cells[step.id], step.status != .skipped else { continue }
      notebook.cells[cell].executionCount = index + 1
      notebook.cells[cell].outputs = writer.outputs(of: step, count: index + 1)
    }
    return [RenderedFile(path: lesson.name + ".ipynb", bytes: notebook.json())]
  }
}
