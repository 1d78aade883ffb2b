/// A language of lessons: of the words and numbers that Caderno adds to them.
public enum Language: String, Codable, Sendable, CaseIterable {
  case english = "en"
  case portuguese = "pt"
  case spanish = "es"

  /// The language for a BCP 47 tag or a POSIX locale name ("pt-BR", "pt_BR.UTF-8", "en").
  ///
  /// Nil for a tag of any other language.
  public init?(tag: String) {
    let primary = tag.prefix { $0 != "-" && $0 != "_" && $0 != "." }.lowercased()
    self.init(rawValue: primary)
  }

  /// The language in which messages are said to whoever reads this one: messages are in English and Portuguese.
  public var ofMessages: Language { self == .portuguese ? self : .english }
}
