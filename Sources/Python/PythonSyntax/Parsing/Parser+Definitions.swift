extension Parser {
  mutating func decorated() throws(SyntaxError) -> StatementNode {
    var decorators: [ExpressionNode] = []
    while take("@") {
      decorators.append(try namedExpression())
      guard token.kind == .newline else { throw invalid() }
      index += 1
    }
    if isKeyword("class") { return try classDefinition(decorators) }
    guard isKeyword("def") else { throw invalid() }
    return try function(decorators)
  }

  mutating func function(_ decorators: [ExpressionNode]) throws(SyntaxError) -> StatementNode {
    let start = start
    index += 1
    let name = try identifier()
    if isSymbol("[") { throw invalid(.notSupported("a type parameter")) }
    guard take("(") else { throw invalid(.expected("'('")) }
    let parameters = try parameters(until: ")", annotated: true)
    try expect(")")
    if isSymbol("->"), next.isSymbol(":") { throw invalid(.expectedColon) }
    let result = take("->") ? try expression() : nil
    let body = try block(after: "function definition", at: start)
    let definition = FunctionDefinition(
      name: name, parameters: parameters, result: result, decorators: decorators, body: body)
    return StatementNode(.function(definition), start..<blockEnd)
  }

  mutating func classDefinition(
    _ decorators: [ExpressionNode]
  ) throws(SyntaxError) -> StatementNode {
    let start = start
    index += 1
    let name = try identifier()
    if isSymbol("[") { throw invalid(.notSupported("a type parameter")) }
    let opener = token
    let arguments = isSymbol("(") ? try callArguments() : []
    if let only = arguments.first, only.isBareGenerator(after: opener) {
      throw SyntaxError(.invalidSyntax, only.value.range)
    }
    let body = try block(after: "class definition", at: start)
    let definition = ClassDefinition(
      name: name, arguments: arguments, decorators: decorators, body: body)
    return StatementNode(.class(definition), start..<blockEnd)
  }
}

extension Argument {
  /// Whether it is a generator expression that shares the parentheses of its call.
  fileprivate func isBareGenerator(after opener: Token) -> Bool {
    guard case .comprehension(.generator, _, _) = value.kind else { return false }
    return value.range.lowerBound == opener.range.lowerBound
  }
}
