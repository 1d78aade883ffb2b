extension Parser {
  /// One compound statement, or the simple statements of a line.
  mutating func statement() throws(SyntaxError) -> [StatementNode] {
    if let compound = try nested({ parser throws(SyntaxError) in try parser.compound() }) {
      return [compound]
    }
    return try simpleStatements()
  }

  private mutating func compound() throws(SyntaxError) -> StatementNode? {
    if token.kind == .magic { return try magicLine() }
    if isSymbol("@") { return try decorated() }
    if token.kind == .indent { throw SyntaxError(.unexpectedIndent, token.range) }
    guard token.kind == .keyword else { return nil }
    switch token.text {
    case "if": return try ifStatement()
    case "while": return try whileStatement()
    case "for": return try forStatement()
    case "def": return try function([])
    case "class": return try classDefinition([])
    case "try": return try tryStatement()
    case "with": return try withStatement()
    case "async": throw invalid(.notSupported("'async'"))
    default: return nil
    }
  }

  mutating func simpleStatements() throws(SyntaxError) -> [StatementNode] {
    var statements = [try simpleStatement()]
    while take(";") {
      if token.kind == .newline { break }
      statements.append(try simpleStatement())
    }
    guard token.kind == .newline else { throw unfinished(statements) }
    index += 1
    return statements
  }

  /// Something follows a statement on its line.
  private func unfinished(_ statements: [StatementNode]) -> SyntaxError {
    invalid()
  }

  private mutating func simpleStatement() throws(SyntaxError) -> StatementNode {
    let start = start
    if token.kind == .keyword, let kind = try keywordStatement() {
      return StatementNode(kind, start..<end)
    }
    if let help = helpRequest() { return help }
    return StatementNode(try assignmentOrExpression(), start..<end)
  }

  private mutating func keywordStatement() throws(SyntaxError) -> StatementNode.Kind? {
    let word = token.text
    guard Self.simpleKeywords.contains(word) else { return nil }
    index += 1
    switch word {
    case "pass": return .pass
    case "break": return .break
    case "continue": return .continue
    case "return": return .return(endsStatement ? nil : try expressionList())
    case "raise": return try raiseStatement()
    case "assert": return try assertStatement()
    case "del": return try deleteStatement()
    case "global": return .global(try names())
    case "nonlocal": return .nonlocal(try names())
    case "import": return .import(try importedModules())
    default: return try importFrom()
    }
  }

  private static let simpleKeywords: Set<String> = [
    "pass", "break", "continue", "return", "raise", "assert", "del", "global", "nonlocal",
    "import", "from",
  ]

  var endsStatement: Bool { token.kind == .newline || token.kind == .end || isSymbol(";") }

  private mutating func raiseStatement() throws(SyntaxError) -> StatementNode.Kind {
    if endsStatement { return .raise(nil, cause: nil) }
    let error = try expression()
    return .raise(error, cause: takeKeyword("from") ? try expression() : nil)
  }

  private mutating func assertStatement() throws(SyntaxError) -> StatementNode.Kind {
    let test = try expression()
    return .assert(test, message: take(",") ? try expression() : nil)
  }

  private mutating func deleteStatement() throws(SyntaxError) -> StatementNode.Kind {
    var targets: [ExpressionNode] = []
    repeat {
      if endsStatement && !targets.isEmpty { break }
      targets.append(try starExpression())
    } while take(",")
    for target in targets { try checkDeletion(target) }
    return .delete(targets)
  }

  private mutating func names() throws(SyntaxError) -> [Identifier] {
    var names = [try identifier()]
    while take(",") { names.append(try identifier()) }
    return names
  }
}
