internal import Diagnostics
internal import JupyterNotebooks
public import Notebooks
internal import RunRecords

/// A Jupyter notebook with the outputs of the run.
public struct JupyterRenderer: Renderer {
  /// `ipynb`, for `--to` and as the extension.
  public static let name = "ipynb"
  /// Figures stand in the cells' outputs; the file is overwritten where its checksum tells that
  /// nobody changed it.
  public static let facts = RendererFacts(
    overwriting: .whereMarked, hasFilesBeside: false, showsImages: false, showsRegions: true)

  /// A renderer without settings: all of the notebook follows from its lesson.
  public init() {}

  /// `NAME.ipynb`, whose execution counts follow the order of the run, and the pictures that its prose names.
  ///
  /// - Throws: `WriteRefusal` also where an image that prose attaches isn't there.
  public func files(for lesson: Lesson) throws(WriteRefusal) -> [RenderedFile] {
    let bytes = try lesson.notebook.writing([], links: lesson.links, force: true)
    let source = SourceText(file: lesson.notebook.source.file, bytes: bytes)
    let updated = Notebook(source: source, vocabulary: lesson.notebook.vocabulary)
    let form = JupyterForm(updated) { lesson.pictures[$0]?.bytes }
    guard form.diagnostics.isEmpty else { throw WriteRefusal(diagnostics: form.diagnostics) }
    var notebook = form.notebook
    let writer = JupyterOutputWriter(language: lesson.language)
    var count = 0
    for (id, kept) in lesson.leftAlone {
      guard let cell = form.cells[id] else { continue }
      notebook.cells[cell].executionCount = kept.executionCount
      notebook.cells[cell].outputs = kept.outputs
    }
    for task in lesson.record.tasks where task.status != .skipped {
      let cell = form.cells[task.id]
      if let cell, notebook.cells[cell].isBlank { continue }
      count += 1
      guard let cell else { continue }
      notebook.cells[cell].executionCount = count
      notebook.cells[cell].outputs = writer.outputs(of: task, count: count)
    }
    return [RenderedFile(path: lesson.name + ".ipynb", bytes: notebook.marked.json())]
      + lesson.copies.filter(\.isCopy)
  }
}
