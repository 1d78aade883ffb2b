public import Diagnostics
internal import JSON

/// A Jupyter notebook as it stands in a file.
///
/// What is written back is spliced into the file's bytes (`writing`), so that everything else stays
/// as it is: order, indentation, numbers, what nobody here knows.
public struct JupyterFile: Sendable {
  /// The file's path and bytes, as findings name them and writing begins with.
  public let source: SourceText
  /// The file's notebook, brought to nbformat 4 where it is older.
  public let notebook: JupyterNotebook
  /// The major version of nbformat that the file has: 3 or 4.
  public let majorVersion: Int
  /// What is wrong with the file without keeping it from being read.
  public let diagnostics: [Diagnostic]
  /// Where the cells of `notebook` stand.
  let cellNodes: [JSONNode]
  let root: JSONNode

  /// Reads a file. Cost: linear.
  ///
  /// - Throws: `JupyterFileError` where this is no JSON, or no notebook.
  public init(source: SourceText) throws(JupyterFileError) {
    let root: JSONNode
    let surrogates: [Range<Int>]
    do {
      (root, surrogates) = try JSONNode.read(source.bytes)
    } catch {
      throw JupyterFileError(diagnostics: [error.diagnostic])
    }
    var checker = JupyterReader()
    let notebook = checker.notebook(root)
    let found = checker.diagnostics
    guard let notebook, !found.hasErrors else {
      throw JupyterFileError(diagnostics: found.filter { $0.severity == .error })
    }
    self.source = source
    self.root = root
    self.notebook = notebook
    majorVersion = checker.majorVersion
    cellNodes = checker.cellNodes
    diagnostics =
      (found + surrogates.map(Self.loneSurrogate))
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func loneSurrogate(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .warning, code: "lone-surrogate", at: range,
      Message(
        "half a surrogate pair is no character; it is read as U+FFFD",
        pt: "meio par substituto não é um caractere; é lido como U+FFFD"))
  }
}
