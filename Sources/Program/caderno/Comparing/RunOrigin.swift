internal import Diagnostics
internal import Execution
internal import Notebooks
internal import RunRecords

/// The run that made the outputs that stand in a notebook, where its record is still there.
///
/// It says what those outputs were made from, so that a comparison can name causes. No verdict
/// depends on it: where there is no record, as in a fresh checkout, the same differs.
struct RunOrigin {
  /// Directives' keys as they stand in the notebook's regions; those edited by hand left out.
  private let keys: [(id: String, key: String)]

  init(of notebook: Notebook) {
    keys = notebook.regions.filter(\.isIntact).map { ($0.id, $0.key) }
  }

  /// - Returns: nil where there is no such file.
  init?(ofNotebookAt path: String) {
    guard let source = try? NotebookFile.read(path) else { return nil }
    self.init(of: Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary))
  }

  /// Whether a run made every output that stands there.
  func isMade(by record: RunRecord) -> Bool {
    !keys.isEmpty && keys.allSatisfy { id, key in record.task(id)?.key == key }
  }
}
