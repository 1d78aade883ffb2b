/// One message in every language that Caderno speaks.
///
/// Both texts stand side by side where the message is made, so that none can be forgotten.
public struct Message: Hashable, Codable, Sendable {
  public var english: String
  public var portuguese: String

  public init(_ english: String, pt portuguese: String) {
    self.english = english
    self.portuguese = portuguese
  }

  /// The message in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .portuguese: portuguese
    }
  }
}
