internal import Diagnostics
internal import Execution
internal import JupyterNotebooks
internal import Notebooks
internal import Rendering
internal import RunRecords

extension Lesson {
  /// The outputs of cells that the run left alone, as they stand in a Jupyter notebook.
  mutating func takeLeftAlone(_ path: String, _ notebook: Notebook, _ console: Console) {
    let left = Set(record.tasks.filter(\.isLeftAlone).map(\.id))
    guard !left.isEmpty,
      let jupyter = try? NotebookLoading(console: console, events: nil).jupyter(path),
      jupyter.notebook.source.bytes == notebook.source.bytes
    else { return }
    let shown = ShownJupyter(jupyter, name: name) { left.contains($0.id) }
    self.notebook = shown.notebook
    links = RunResult(record).texts(for: shown.notebook.runLinks, in: language)
    pictures.merge(shown.pictures) { $1 }
    for directive in notebook.directives where left.contains(directive.id) {
      guard let number = jupyter.cell(of: directive) else { continue }
      leftAlone[directive.id] = jupyter.file.notebook.cells[number]
    }
  }
}
