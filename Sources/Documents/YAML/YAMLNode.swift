/// A value in a YAML document, with its place in the document's bytes.
public struct YAMLNode: Sendable {
  /// What a node holds.
  public indirect enum Content: Sendable {
    /// The text, and whether it stood without quotation marks on its lines: only then a word such as `true`
    /// may mean something else than a text.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// In the order of the document; no two keys are the same scalar.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  /// What it holds.
  public let content: Content
  /// UTF-8 offsets in the document. That of an alias is the place of what it names; a scalar in block style (`|`, `>`)
  /// is its first line.
  public let range: Range<Int>

  /// The text of a scalar.
  public var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }
}
