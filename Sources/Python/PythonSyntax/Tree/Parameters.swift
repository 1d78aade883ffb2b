/// The parameters of a function or a lambda.
package struct Parameters: Hashable, Sendable {
  /// One parameter.
  package struct Parameter: Hashable, Sendable {
    /// Its name.
    package let name: Identifier
    /// What follows its colon.
    package let annotation: ExpressionNode?
    /// What follows its equals sign.
    package let defaultValue: ExpressionNode?
  }

  /// Those before `/`.
  package internal(set) var positionalOnly: [Parameter] = []
  /// Those passed by position or by name.
  package internal(set) var standard: [Parameter] = []
  /// `*args`.
  package internal(set) var extraPositional: Parameter?
  /// Those after `*`.
  package internal(set) var keywordOnly: [Parameter] = []
  /// `**kwargs`.
  package internal(set) var extraKeyword: Parameter?

  /// Every parameter in the order of the grammar.
  package var all: [Parameter] {
    positionalOnly + standard + [extraPositional].compactMap(\.self) + keywordOnly
      + [extraKeyword].compactMap(\.self)
  }

  var expressions: [ExpressionNode] {
    all.flatMap { [$0.annotation, $0.defaultValue].compactMap(\.self) }
  }
}
