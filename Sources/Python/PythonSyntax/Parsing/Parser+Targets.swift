extension Parser {
  /// Throws where `node` can't be assigned to.
  func checkTarget(
    _ node: ExpressionNode, maybeEquality: Bool = false
  ) throws(SyntaxError) {
    switch node.kind {
    case .name, .attribute, .subscript: return
    case .starred(let value):
      if case .starred = value.kind { throw invalid() }
      try checkTarget(value)
    case .tuple(let items), .list(let items):
      for item in items { try checkTarget(item) }
    default:
      if let lexicalError, token.kind == .end { throw lexicalError }
      throw SyntaxError(
        .cannotAssign(describe(node), maybeEquality: maybeEquality && canBeCompared(node)),
        node.range)
    }
  }

  /// Whether somebody who wrote `=` behind it may have meant `==`, as CPython sees it.
  private func canBeCompared(_ node: ExpressionNode) -> Bool {
    switch node.kind {
    case .boolean, .none, .comparison, .logical, .conditional, .lambda, .unary(.not, _),
      .comprehension(.generator, _, _):
      false
    default: true
    }
  }

  /// Throws where `node` can't be deleted.
  func checkDeletion(_ node: ExpressionNode) throws(SyntaxError) {
    switch node.kind {
    case .name, .attribute, .subscript: return
    case .tuple(let items), .list(let items):
      for item in items { try checkDeletion(item) }
    default: throw SyntaxError(.cannotDelete(describe(node)), node.range)
    }
  }

  /// CPython's name for what can't be assigned to.
  func describe(_ node: ExpressionNode) -> String {
    switch node.kind {
    case .name: "name"
    case .attribute: "attribute"
    case .subscript: "subscript"
    case .starred: "starred"
    case .tuple: "tuple"
    case .list: "list"
    case .call: "function call"
    case .number, .string, .bytes: "literal"
    case .boolean(true): "True"
    case .boolean(false): "False"
    case .none: "None"
    case .ellipsis: "ellipsis"
    case .comparison: "comparison"
    case .lambda: "lambda"
    case .conditional: "conditional expression"
    case .dictionary: "dict literal"
    case .set: "set display"
    case .formattedString: "f-string expression"
    case .comprehension(.list, _, _): "list comprehension"
    case .comprehension(.set, _, _): "set comprehension"
    case .comprehension(.generator, _, _): "generator expression"
    case .dictionaryComprehension: "dict comprehension"
    case .namedExpression: "named expression"
    case .yield, .yieldFrom: "yield expression"
    case .slice: "slice"
    case .unary, .binary, .logical: "expression"
    }
  }
}
