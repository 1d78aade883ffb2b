/// Which notebook a run executed.
public struct NotebookRecord: Hashable, Codable, Sendable {
  /// The path as the user gave it.
  public var path: String
  /// SHA-256 of the notebook's bytes as 64 hexadecimal digits.
  public var sha256: String
  /// SHA-256 of its text without outputs, its numbers as the run found them; nil in older records.
  public var textSHA256: String?
  /// The front matter's title; nil where it has none.
  public var title: String?
  /// A BCP 47 tag such as "pt-BR".
  public var lang: String?

  /// The notebook as it was when the run began.
  public init(
    path: String, sha256: String, textSHA256: String? = nil, title: String? = nil,
    lang: String? = nil
  ) {
    self.path = path
    self.sha256 = sha256
    self.textSHA256 = textSHA256
    self.title = title
    self.lang = lang
  }
}
