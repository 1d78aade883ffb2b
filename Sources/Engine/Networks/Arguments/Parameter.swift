/// One parameter of a layer, loss, optimizer or the like.
public struct Parameter: Hashable, Sendable {
  /// Keras 3's name.
  public let name: String
  /// Older spellings that are accepted too, such as Keras 1's `lr`.
  public let aliases: [String]
  /// What values are accepted, ranges and choices included.
  public let type: ParameterType
  /// What holds where the argument is left out; nil for a parameter that must be given.
  public let defaultValue: ArgumentValue?
  /// Whether `None` is accepted beside `type`.
  public let acceptsNone: Bool
  /// Whether the parameter can't be given by position.
  public let isKeywordOnly: Bool

  init(
    _ name: String, _ type: ParameterType, default defaultValue: ArgumentValue? = nil,
    aliases: [String] = [], acceptsNone: Bool = false, keywordOnly: Bool = false
  ) {
    self.name = name
    self.aliases = aliases
    self.type = type
    self.defaultValue = defaultValue
    self.acceptsNone = acceptsNone
    isKeywordOnly = keywordOnly
  }

  func answers(to spelling: String) -> Bool { name == spelling || aliases.contains(spelling) }
}
