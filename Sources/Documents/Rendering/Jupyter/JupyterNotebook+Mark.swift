internal import Digests
internal import JSON
public import JupyterNotebooks

extension JupyterNotebook {
  /// Whether Caderno made the notebook as a lesson's output, and nobody changed anything in it since.
  public var isMade: Bool {
    metadata[Self.ownMetadata]?.object?["sum"]?.string == sum
  }

  /// The notebook with the mark that says so: a checksum of all else.
  var marked: JupyterNotebook {
    var marked = self
    var own = metadata[Self.ownMetadata]?.object ?? [:]
    own["sum"] = .string(sum)
    marked.metadata[Self.ownMetadata] = .object(own)
    return marked
  }

  private var sum: String {
    var plain = self
    plain.metadata[Self.ownMetadata] = nil
    return SHA256Digest(of: plain.json()).hex(12)
  }
}
