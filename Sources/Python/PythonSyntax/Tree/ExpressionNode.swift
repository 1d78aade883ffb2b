/// An expression and the place that it was read from.
///
/// The range is CPython's: parentheses belong to tuples and generator expressions only.
package struct ExpressionNode: Hashable, Sendable {
  /// Which expression it is, with its parts.
  package let kind: Kind
  /// UTF-8 offsets in the source.
  package let range: Range<Int>
  /// Longest path to a leaf; the parser keeps it bounded so that walks may recurse.
  let depth: Int

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
    self.depth = 1 + kind.children.reduce(0) { max($0, $1.depth) }
  }

  /// The forms that an expression takes.
  package indirect enum Kind: Hashable, Sendable {
    case name(String)
    case number(NumberLiteral)
    /// Adjacent literals are joined and escapes are resolved.
    case string(String)
    case bytes([UInt8])
    /// An f-string, joined with the literals beside it.
    case formattedString([FormattedPart])
    case boolean(Bool)
    case none
    case ellipsis
    case tuple([ExpressionNode])
    case list([ExpressionNode])
    case set([ExpressionNode])
    case dictionary([DictionaryEntry])
    case attribute(ExpressionNode, Identifier)
    case call(ExpressionNode, [Argument])
    case `subscript`(ExpressionNode, ExpressionNode)
    /// Only inside a subscript, alone or in its tuple.
    case slice(lower: ExpressionNode?, upper: ExpressionNode?, step: ExpressionNode?)
    case unary(UnaryOperator, ExpressionNode)
    case binary(ExpressionNode, BinaryOperator, ExpressionNode)
    /// `a < b <= c`: the first operand and one link for each operator.
    case comparison(ExpressionNode, [ComparisonLink])
    /// `and`, `or` over two or more operands.
    case logical(LogicalOperator, [ExpressionNode])
    case conditional(test: ExpressionNode, then: ExpressionNode, otherwise: ExpressionNode)
    case lambda(Parameters, ExpressionNode)
    case comprehension(ComprehensionForm, ExpressionNode, [ComprehensionClause])
    case dictionaryComprehension(ExpressionNode, ExpressionNode, [ComprehensionClause])
    /// `*values` in a display, a call's arguments are in ``Argument``.
    case starred(ExpressionNode)
    /// `name := value`.
    case namedExpression(Identifier, ExpressionNode)
    case yield(ExpressionNode?)
    case yieldFrom(ExpressionNode)
  }
}
