/// The parameters of a function or a lambda.
public struct Parameters: Hashable, Sendable {
  /// One parameter.
  public struct Parameter: Hashable, Sendable {
    /// Its name.
    public let name: Identifier
    /// What follows its colon.
    public let annotation: ExpressionNode?
    /// What follows its equals sign.
    public let defaultValue: ExpressionNode?
  }

  /// Those before `/`.
  public internal(set) var positionalOnly: [Parameter] = []
  /// Those passed by position or by name.
  public internal(set) var standard: [Parameter] = []
  /// `*args`.
  public internal(set) var extraPositional: Parameter?
  /// Those after `*`.
  public internal(set) var keywordOnly: [Parameter] = []
  /// `**kwargs`.
  public internal(set) var extraKeyword: Parameter?

  /// Every parameter in the order of the grammar.
  public var all: [Parameter] {
    positionalOnly + standard + [extraPositional].compactMap(\.self) + keywordOnly
      + [extraKeyword].compactMap(\.self)
  }

  var expressions: [ExpressionNode] {
    all.flatMap { [$0.annotation, $0.defaultValue].compactMap(\.self) }
  }
}
