/// Which notebook a run executed.
public struct NotebookRecord: Hashable, Codable, Sendable {
  /// The path as the user gave it.
  public var path: String
  /// SHA-256 of the notebook's bytes as 64 hexadecimal digits.
  public var sha256: String
  public var title: String?
  /// A BCP 47 tag such as "pt-BR".
  public var lang: String?

  public init(path: String, sha256: String, title: String? = nil, lang: String? = nil) {
    self.path = path
    self.sha256 = sha256
    self.title = title
    self.lang = lang
  }
}
