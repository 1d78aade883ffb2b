/// A language in which Caderno speaks to people.
public enum Language: String, Codable, Sendable, CaseIterable {
  case english = "en"
  case portuguese = "pt"

  /// The language for a BCP 47 tag or a POSIX locale name ("pt-BR", "pt_BR.UTF-8", "en").
  ///
  /// Nil for a tag of any other language.
  public init?(tag: String) {
    let primary = tag.prefix { $0 != "-" && $0 != "_" && $0 != "." }.lowercased()
    self.init(rawValue: primary)
  }
}
