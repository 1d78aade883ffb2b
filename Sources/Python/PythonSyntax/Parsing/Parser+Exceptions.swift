extension Parser {
  mutating func tryStatement() throws(SyntaxError) -> StatementNode {
    let start = start
    index += 1
    let body = try block(after: "'try' statement", at: start)
    let (handlers, handlesGroups) = try exceptionHandlers()
    let otherwise = handlers.isEmpty ? nil : try elseBlock()
    let finally = try finallyBlock()
    if handlers.isEmpty && finally == nil { throw invalid(.handlersMissing) }
    let statement = TryStatement(
      body: body, handlers: handlers, handlesGroups: handlesGroups, otherwise: otherwise,
      finally: finally)
    return StatementNode(.try(statement), start..<blockEnd)
  }

  private mutating func finallyBlock() throws(SyntaxError) -> [StatementNode]? {
    let start = start
    guard takeKeyword("finally") else { return nil }
    return try block(after: "'finally' statement", at: start)
  }

  private mutating func exceptionHandlers() throws(SyntaxError) -> ([ExceptionHandler], Bool) {
    var handlers: [ExceptionHandler] = []
    var handlesGroups = false
    while isKeyword("except") {
      let isGroup = next.isSymbol("*")
      if !handlers.isEmpty && isGroup != handlesGroups { throw invalid(.mixedHandlers) }
      handlesGroups = isGroup
      handlers.append(try exceptionHandler(isGroup))
    }
    return (handlers, handlesGroups)
  }

  /// Python 2's `except A, B:`.
  private func severalTypes(from first: ExpressionNode) -> SyntaxError {
    var probe = self
    probe.index += 1
    guard (try? probe.expressionList()) != nil else { return invalid() }
    if probe.takeKeyword("as") { _ = try? probe.identifier() }
    guard probe.isSymbol(":") else { return invalid() }
    return SyntaxError(.typesNeedParentheses, first.range.lowerBound..<probe.start)
  }

  private mutating func exceptionHandler(
    _ isGroup: Bool
  ) throws(SyntaxError) -> ExceptionHandler {
    let start = start
    index += isGroup ? 2 : 1
    var (type, name): (ExpressionNode?, Identifier?) = (nil, nil)
    if isGroup && isSymbol(":") { throw invalid(.expected("one or more exception types")) }
    if !isSymbol(":") {
      let first = try expression()
      if isSymbol(",") { throw severalTypes(from: first) }
      type = first
      if takeKeyword("as") { name = try identifier() }
    }
    let owner = isGroup ? "'except*' statement" : "'except' statement"
    let body = try block(after: owner, at: start)
    return ExceptionHandler(type: type, name: name, body: body, range: start..<blockEnd)
  }
}
