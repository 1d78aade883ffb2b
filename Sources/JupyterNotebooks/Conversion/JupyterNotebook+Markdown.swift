public import Diagnostics
public import Notebooks

extension JupyterNotebook {
  /// A Markdown notebook as a Jupyter notebook without outputs.
  ///
  /// Directives become code cells: a fence that holds only Keras statements as it is, all others
  /// under a line `%%caderno` with the fence's info string. Prose between them becomes Markdown
  /// cells; front matter a raw cell at the top. The markers that `MarkdownForm` writes give back ids,
  /// metadata and attachments. Outputs in the Markdown are left out. Cost: linear.
  ///
  /// - Parameters:
  ///   - diagnostics: takes what is wrong: an attachment whose file isn't there.
  ///   - readFile: the bytes of a file by its path relative to the notebook's folder.
  public init(
    markdown notebook: Notebook, diagnostics: inout [Diagnostic],
    readFile: @escaping (String) -> [UInt8]?
  ) {
    let builder = CellBuilder(notebook, readFile: readFile)
    diagnostics += builder.diagnostics
    self.init(
      minorVersion: builder.marker.minorVersion, metadata: builder.marker.metadata,
      cells: builder.cells)
  }
}
