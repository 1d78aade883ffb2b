/// One message in each language of messages.
///
/// Both texts stand side by side where the message is made, so that none can be forgotten.
public struct Message: Hashable, Codable, Sendable {
  /// The words in English.
  public var english: String
  /// The words in Portuguese.
  public var portuguese: String

  /// The same in both languages.
  public init(_ english: String, pt portuguese: String) {
    self.english = english
    self.portuguese = portuguese
  }

  /// The message in `language`, or in English for a language without messages.
  public func text(in language: Language) -> String {
    language.ofMessages == .portuguese ? portuguese : english
  }
}
