extension Parser {
  mutating func assignmentOrExpression() throws(SyntaxError) -> StatementNode.Kind {
    let isParenthesized = isSymbol("(")
    let first = try isKeyword("yield") ? yieldExpression() : expressionList()
    if isSymbol("=") { return try assignment(first) }
    if isSymbol(":") { return try annotation(first, isParenthesized) }
    if token.kind == .symbol, token.text.hasSuffix("="),
      let operation = BinaryOperator(rawValue: String(token.text.dropLast()))
    {
      return try augmented(first, operation)
    }
    return .expression(first)
  }

  private mutating func value() throws(SyntaxError) -> ExpressionNode {
    try isKeyword("yield") ? yieldExpression() : expressionList()
  }

  private mutating func assignment(
    _ first: ExpressionNode
  ) throws(SyntaxError) -> StatementNode.Kind {
    var chain = [first]
    while take("=") { chain.append(try value()) }
    let last = chain.removeLast()
    for target in chain { try checkTarget(target, maybeEquality: true) }
    return .assignment(targets: chain, value: last)
  }

  private mutating func augmented(
    _ target: ExpressionNode, _ operation: BinaryOperator
  ) throws(SyntaxError) -> StatementNode.Kind {
    switch target.kind {
    case .name, .attribute, .subscript: break
    default: throw SyntaxError(.cannotAugment(describe(target)), target.range)
    }
    index += 1
    return .augmentedAssignment(target, operation, try value())
  }

  private mutating func annotation(
    _ target: ExpressionNode, _ isParenthesized: Bool
  ) throws(SyntaxError) -> StatementNode.Kind {
    switch target.kind {
    case .name, .attribute, .subscript: break
    case .tuple(let items):
      let place = isParenthesized ? target : items.first ?? target
      throw SyntaxError(.cannotAnnotate("tuple"), place.range)
    case .list: throw SyntaxError(.cannotAnnotate("list"), target.range)
    default: throw SyntaxError(.illegalAnnotationTarget, target.range)
    }
    index += 1
    let annotation = try expression()
    return .annotatedAssignment(
      target, annotation: annotation, value: take("=") ? try value() : nil)
  }

  mutating func yieldExpression() throws(SyntaxError) -> ExpressionNode {
    let start = start
    index += 1
    if takeKeyword("from") {
      let value = try expression()
      return try node(.yieldFrom(value), start..<end)
    }
    let value = startsExpression ? try expressionList() : nil
    return try node(.yield(value), start..<end)
  }
}
