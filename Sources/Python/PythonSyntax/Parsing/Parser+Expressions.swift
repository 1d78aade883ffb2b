extension Parser {
  /// `a, *b, c`: one expression, or a tuple without parentheses.
  mutating func expressionList(allowsStars: Bool = true) throws(SyntaxError) -> ExpressionNode {
    let start = start
    let first = try allowsStars ? starExpression() : expression()
    guard isSymbol(",") else { return first }
    var items = [first]
    while take(",") {
      guard startsExpression else { break }
      items.append(try allowsStars ? starExpression() : expression())
    }
    return try node(.tuple(items), start..<end)
  }

  /// `*values` or an expression.
  mutating func starExpression() throws(SyntaxError) -> ExpressionNode {
    guard isSymbol("*") else { return try expression() }
    return try starred()
  }

  /// `*values`, a named expression or an expression.
  mutating func starNamedExpression() throws(SyntaxError) -> ExpressionNode {
    guard isSymbol("*") else { return try namedExpression() }
    return try starred()
  }

  private mutating func starred() throws(SyntaxError) -> ExpressionNode {
    let start = start
    index += 1
    let value = try binary(0)
    return try node(.starred(value), start..<end)
  }

  /// `name := value` or an expression.
  mutating func namedExpression() throws(SyntaxError) -> ExpressionNode {
    guard token.kind == .name, next.isSymbol(":=") else {
      let value = try expression()
      if isSymbol(":=") { throw namingError(value) }
      return value
    }
    let start = start
    let name = try identifier()
    index += 1
    let value = try expression()
    return try node(.namedExpression(name, value), start..<end)
  }

  private func namingError(_ value: ExpressionNode) -> SyntaxError {
    if let lexicalError { return lexicalError }
    return SyntaxError(.cannotName(describe(value)), value.range)
  }

  /// A conditional, a lambda or anything that binds closer.
  mutating func expression() throws(SyntaxError) -> ExpressionNode {
    try nested { parser throws(SyntaxError) in try parser.conditional() }
  }

  private mutating func conditional() throws(SyntaxError) -> ExpressionNode {
    if isKeyword("lambda") { return try lambda() }
    let start = start
    let then = try disjunction()
    guard isKeyword("if") else { return then }
    index += 1
    let test = try disjunction()
    guard takeKeyword("else") else {
      if isSymbol(":") { throw invalid() }
      if let lexicalError { throw lexicalError }
      throw SyntaxError(.missingElse, start..<end)
    }
    let otherwise = try expression()
    return try node(.conditional(test: test, then: then, otherwise: otherwise), start..<end)
  }

  private mutating func lambda() throws(SyntaxError) -> ExpressionNode {
    let start = start
    index += 1
    let parameters = try parameters(until: ":", annotated: false)
    guard take(":") else { throw invalid(.expectedColon) }
    let body = try expression()
    return try node(.lambda(parameters, body), start..<end)
  }

  mutating func disjunction() throws(SyntaxError) -> ExpressionNode {
    try logical(.or) { parser throws(SyntaxError) in
      try parser.logical(.and) { parser throws(SyntaxError) in try parser.inversion() }
    }
  }

  private mutating func logical(
    _ operation: LogicalOperator, _ operand: (inout Parser) throws(SyntaxError) -> ExpressionNode
  ) throws(SyntaxError) -> ExpressionNode {
    let start = start
    let first = try operand(&self)
    guard isKeyword(operation.rawValue) else { return first }
    var items = [first]
    while takeKeyword(operation.rawValue) { items.append(try operand(&self)) }
    return try node(.logical(operation, items), start..<end)
  }

  private mutating func inversion() throws(SyntaxError) -> ExpressionNode {
    guard isKeyword("not") else { return try comparison() }
    let start = start
    index += 1
    let operand = try nested { parser throws(SyntaxError) in try parser.inversion() }
    return try node(.unary(.not, operand), start..<end)
  }

  private mutating func comparison() throws(SyntaxError) -> ExpressionNode {
    let start = start
    let first = try binary(0)
    var links: [ComparisonLink] = []
    while let comparison = takeComparison() {
      links.append(ComparisonLink(comparison: comparison, operand: try binary(0)))
    }
    return links.isEmpty ? first : try node(.comparison(first, links), start..<end)
  }

  private mutating func takeComparison() -> ComparisonOperator? {
    if takeKeyword("is") { return takeKeyword("not") ? .isNot : .is }
    if isKeyword("not"), next.isKeyword("in") {
      index += 2
      return .notIn
    }
    guard token.kind == .symbol || isKeyword("in"),
      let comparison = ComparisonOperator(rawValue: token.text)
    else { return nil }
    index += 1
    return comparison
  }

  /// Whether an expression can start at the current token.
  var startsExpression: Bool {
    if startsOperand { return true }
    switch token.kind {
    case .symbol: return ["(", "[", "{", "-", "+", "~", "...", "*"].contains(token.text)
    case .keyword: return token.text == "not" || token.text == "await"
    default: return false
    }
  }
}
