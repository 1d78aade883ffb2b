internal import Notebooks

extension DirectiveVocabulary {
  /// With `.keras` in it: a notebook's code cells are such fences, whoever runs them.
  var withKeras: DirectiveVocabulary {
    guard syntax(named: "keras") == nil else { return self }
    return DirectiveVocabulary(
      kinds: kinds + [DirectiveSyntax(name: "keras", body: .notation)],
      commonOptions: commonOptions)
  }
}
