/// A statement and the place that it was read from.
package struct StatementNode: Hashable, Sendable {
  /// Which statement it is, with its parts.
  package let kind: Kind
  /// UTF-8 offsets in the source, from the first token to the last; decorators stand before it.
  package let range: Range<Int>

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// The forms that a statement takes.
  package indirect enum Kind: Hashable, Sendable {
    case expression(ExpressionNode)
    /// `a = b = value`: targets from left to right.
    case assignment(targets: [ExpressionNode], value: ExpressionNode)
    case augmentedAssignment(ExpressionNode, BinaryOperator, ExpressionNode)
    /// `target: annotation = value`.
    case annotatedAssignment(ExpressionNode, annotation: ExpressionNode, value: ExpressionNode?)
    /// `if` and each `elif`, then `else`'s body, nil where there is none.
    case `if`([ConditionalBranch], otherwise: [StatementNode]?)
    case `while`(ExpressionNode, body: [StatementNode], otherwise: [StatementNode]?)
    case `for`(
      target: ExpressionNode, iterable: ExpressionNode, body: [StatementNode],
      otherwise: [StatementNode]?)
    case function(FunctionDefinition)
    case `class`(ClassDefinition)
    case `try`(TryStatement)
    case with([WithItem], body: [StatementNode])
    case `return`(ExpressionNode?)
    case raise(ExpressionNode?, cause: ExpressionNode?)
    case assert(ExpressionNode, message: ExpressionNode?)
    case delete([ExpressionNode])
    case global([Identifier])
    case nonlocal([Identifier])
    case `import`([ImportedName])
    case importFrom(ImportFrom)
    case pass
    case `break`
    case `continue`
    /// `%matplotlib inline`, `!pip install keras`, `model.fit?`.
    case magic(MagicLine)
  }
}
