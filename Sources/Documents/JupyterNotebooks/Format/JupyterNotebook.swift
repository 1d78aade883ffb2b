public import JSON

/// A Jupyter notebook (nbformat 4) as plain values.
public struct JupyterNotebook: Hashable, Sendable {
  /// The newest minor version of nbformat 4 that is known here.
  public static let currentMinorVersion = 5

  /// The name in a notebook's metadata under which stands what Caderno itself has to know of it.
  public static let ownMetadata = "caderno"
  private static let frontMatterName = "front_matter"

  /// The minor version of nbformat 4; cells have ids from 5 on.
  public var minorVersion: Int
  /// What tools say of the notebook, such as `kernelspec` and `language_info`; all of it is kept.
  public var metadata: JSONObject
  /// The cells in the order of the file.
  public var cells: [JupyterCell]

  /// A notebook of nbformat 4, by default of the newest minor version known here.
  public init(
    minorVersion: Int = Self.currentMinorVersion, metadata: JSONObject = [:],
    cells: [JupyterCell] = []
  ) {
    self.minorVersion = minorVersion
    self.metadata = metadata
    self.cells = cells
  }

  /// Whether it was made from a lesson without front matter, in which plain Python doesn't run by itself.
  var lacksFrontMatter: Bool {
    get {
      metadata[Self.ownMetadata]?.object?[Self.frontMatterName] == .bool(false)
    }
    set {
      var own = metadata[Self.ownMetadata]?.object ?? [:]
      own[Self.frontMatterName] = newValue ? .bool(false) : nil
      metadata[Self.ownMetadata] = own.isEmpty ? nil : .object(own)
    }
  }

  /// The language of code cells as the notebook names it, in lower case; "python" where it doesn't.
  public var language: String {
    let info = metadata["language_info"]?.object?["name"]?.string
    let kernel = metadata["kernelspec"]?.object?["language"]?.string
    return (info ?? kernel ?? "python").lowercased()
  }
}
