public import Diagnostics
public import Notebooks

/// A Markdown notebook as a Jupyter notebook without outputs.
///
/// Directives become code cells: a fence that holds only Keras statements as it is, all others under a
/// line `%%caderno` with the fence's info string. Prose between them becomes Markdown cells; front
/// matter a raw cell at the top. The markers that `MarkdownForm` writes give back ids, metadata and
/// attachments. Outputs in the Markdown are left out.
public struct JupyterForm: Sendable {
  /// The cells that the notebook becomes, none of them with outputs.
  public let notebook: JupyterNotebook
  /// What is wrong: an attachment whose file isn't there.
  public let diagnostics: [Diagnostic]
  /// The numbers of the cells that directives became, by the directives' ids.
  public let cells: [String: Int]

  /// Whether a cell of a notebook may have attachments: its comment says so. Cost: linear in the comments.
  public static func hasAttachments(_ notebook: Notebook) -> Bool {
    notebook.cells.contains { cell in
      cell.kind == .prose
        && cell.bytes.split { $0 == 0x0A || $0 == 0x0D }.contains { line in
          line.starts(with: "<!-- cell ".utf8)
            && CellMarker(line: String(decoding: line, as: UTF8.self))?.attachments != nil
        }
    }
  }

  /// Cost: linear.
  ///
  /// - Parameter readFile: the bytes of a file by its path relative to the notebook's folder.
  public init(_ notebook: Notebook, readFile: @escaping (String) -> [UInt8]?) {
    let builder = CellBuilder(notebook, readFile: readFile)
    diagnostics = builder.diagnostics
    cells = builder.directiveCells
    self.notebook = builder.made
  }
}
