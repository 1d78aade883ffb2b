package import Notebooks

extension DirectiveCatalog {
  /// The directive of a class name.
  static func kind(named name: String) -> (any DirectiveKind.Type)? {
    all.first { $0.name == name }
  }

  /// What the notebook parser needs to know of directives.
  package static let vocabulary = DirectiveVocabulary(
    kinds: all.map { kind in
      DirectiveSyntax(name: kind.name, body: kind.body, options: kind.options.map(\.name))
    },
    commonOptions: CommonOptions.names)
}
