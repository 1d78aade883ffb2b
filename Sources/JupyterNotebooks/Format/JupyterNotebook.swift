/// A Jupyter notebook (nbformat 4) as plain values.
public struct JupyterNotebook: Hashable, Sendable {
  /// The newest minor version of nbformat 4 that is known here.
  public static let currentMinorVersion = 5

  /// The minor version of nbformat 4; cells have ids from 5 on.
  public var minorVersion: Int
  public var metadata: JSONObject
  public var cells: [JupyterCell]

  public init(
    minorVersion: Int = Self.currentMinorVersion, metadata: JSONObject = [:],
    cells: [JupyterCell] = []
  ) {
    self.minorVersion = minorVersion
    self.metadata = metadata
    self.cells = cells
  }

  /// The language of code cells as the notebook names it, in lower case; "python" where it doesn't.
  public var language: String {
    let info = metadata["language_info"]?.object?["name"]?.string
    let kernel = metadata["kernelspec"]?.object?["language"]?.string
    return (info ?? kernel ?? "python").lowercased()
  }
}
