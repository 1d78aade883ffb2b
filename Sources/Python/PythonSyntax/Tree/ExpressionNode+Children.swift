extension ExpressionNode {
  /// The expressions directly below this one, in source order where the grammar has one.
  package var children: [ExpressionNode] { kind.children }
}

extension ExpressionNode.Kind {
  var children: [ExpressionNode] {
    switch self {
    case .name, .number, .string, .bytes, .boolean, .none, .ellipsis: []
    case .formattedString(let parts): parts.flatMap(\.children)
    case .tuple(let items), .list(let items), .set(let items), .logical(_, let items): items
    case .dictionary(let entries): entries.flatMap { [$0.key].compactMap(\.self) + [$0.value] }
    case .attribute(let value, _), .unary(_, let value), .starred(let value): [value]
    case .namedExpression(_, let value), .yieldFrom(let value): [value]
    case .call(let callee, let arguments): [callee] + arguments.map(\.value)
    case .subscript(let left, let right), .binary(let left, _, let right): [left, right]
    case .slice(let lower, let upper, let step): [lower, upper, step].compactMap(\.self)
    case .comparison(let first, let links): [first] + links.map(\.operand)
    case .conditional(let test, let then, let otherwise): [then, test, otherwise]
    case .lambda(let parameters, let body): parameters.expressions + [body]
    case .comprehension(_, let element, let clauses): [element] + clauses.flatMap(\.expressions)
    case .dictionaryComprehension(let key, let value, let clauses):
      [key, value] + clauses.flatMap(\.expressions)
    case .yield(let value): [value].compactMap(\.self)
    }
  }
}
