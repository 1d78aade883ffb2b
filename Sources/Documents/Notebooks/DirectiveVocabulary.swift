/// The directives that exist. Execution builds it from its catalog.
public struct DirectiveVocabulary: Hashable, Sendable {
  /// All directives that there are.
  public let kinds: [DirectiveSyntax]
  /// Options that every directive takes.
  public let commonOptions: [String]

  /// A vocabulary of these directives, all of which take the common options.
  public init(kinds: [DirectiveSyntax], commonOptions: [String] = []) {
    self.kinds = kinds
    self.commonOptions = commonOptions
  }

  /// The directive of a class name, if there is one.
  public func syntax(named name: String) -> DirectiveSyntax? { kinds.first { $0.name == name } }

  /// Whether some directive takes an option of this name.
  func knowsOption(_ name: String) -> Bool {
    commonOptions.contains(name) || kinds.contains { $0.options.contains(name) }
  }
}
