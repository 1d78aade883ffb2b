extension Parser {
  /// `: body`, on the same line or indented below; `owner` is for the message.
  mutating func block(
    after owner: String, at start: Int, test: ExpressionNode? = nil
  ) throws(SyntaxError) -> [StatementNode] {
    guard take(":") else { throw missingColon(after: owner, test) }
    guard token.kind == .newline else { return try simpleStatements() }
    index += 1
    guard token.kind == .indent else {
      if let lexicalError, token.kind == .end { throw lexicalError }
      let line = LineCounter.line(of: start, in: bytes)
      throw SyntaxError(.expectedBlock(after: owner, line: line), token.range)
    }
    index += 1
    var body: [StatementNode] = []
    while token.kind != .dedent {
      if token.kind == .end { throw invalid() }
      body += try statement()
    }
    index += 1
    return body
  }

  private func missingColon(after owner: String, _ test: ExpressionNode?) -> SyntaxError {
    if let test, let error = misplacedAssignment(to: test) { return error }
    if isSymbol("=") { return invalid() }
    let takesCondition = ["'if'", "'elif'", "'while'", "'with'", "'except"].contains {
      owner.hasPrefix($0)
    }
    return invalid(token.kind == .newline || !takesCondition ? .expectedColon : .invalidSyntax)
  }

  /// Where a compound statement ends: at the last token that isn't layout.
  var blockEnd: Int {
    var last = index - 1
    while last > 0, [.newline, .dedent, .indent].contains(tokens[last].kind) { last -= 1 }
    return tokens[last].range.upperBound
  }

  mutating func elseBlock() throws(SyntaxError) -> [StatementNode]? {
    let start = start
    guard takeKeyword("else") else { return nil }
    return try block(after: "'else' statement", at: start)
  }

  mutating func ifStatement() throws(SyntaxError) -> StatementNode {
    let start = start
    var branches: [ConditionalBranch] = []
    while isKeyword(branches.isEmpty ? "if" : "elif") {
      let (owner, branchStart) = (token.text, self.start)
      index += 1
      let test = try namedExpression()
      let body = try block(after: "'\(owner)' statement", at: branchStart, test: test)
      branches.append(ConditionalBranch(test: test, body: body, range: branchStart..<blockEnd))
    }
    let otherwise = try elseBlock()
    return StatementNode(.if(branches, otherwise: otherwise), start..<blockEnd)
  }

  mutating func whileStatement() throws(SyntaxError) -> StatementNode {
    let start = start
    index += 1
    let test = try namedExpression()
    let body = try block(after: "'while' statement", at: start, test: test)
    let otherwise = try elseBlock()
    return StatementNode(.while(test, body: body, otherwise: otherwise), start..<blockEnd)
  }

  mutating func forStatement() throws(SyntaxError) -> StatementNode {
    let start = start
    index += 1
    let target = try loopTarget()
    try expectKeyword("in")
    let iterable = try expressionList()
    let body = try block(after: "'for' statement", at: start)
    let otherwise = try elseBlock()
    return StatementNode(
      .for(target: target, iterable: iterable, body: body, otherwise: otherwise),
      start..<blockEnd)
  }

  mutating func withStatement() throws(SyntaxError) -> StatementNode {
    let start = start
    index += 1
    let items = try withItems()
    if items.count > Self.mostBlocks {
      throw SyntaxError(.tooManyBlocks, items[Self.mostBlocks].context.range)
    }
    let body = try block(after: "'with' statement", at: start)
    return StatementNode(.with(items, body: body), start..<blockEnd)
  }

  /// `with (a as b, c as d):`; nil where the parentheses belong to an expression.
  private mutating func parenthesizedItems() throws(SyntaxError) -> [WithItem]? {
    guard isSymbol("(") else { return nil }
    var probe = self
    probe.index += 1
    guard let items = try? probe.withItems(until: ")"), probe.take(")"), probe.isSymbol(":") else {
      return nil
    }
    index = probe.index
    return items
  }

  private mutating func withItems() throws(SyntaxError) -> [WithItem] {
    if let items = try parenthesizedItems() { return items }
    return try withItems(until: nil)
  }

  private mutating func withItems(until closer: String?) throws(SyntaxError) -> [WithItem] {
    var items: [WithItem] = []
    repeat {
      if let closer, !items.isEmpty, isSymbol(closer) { break }
      let context = try expression()
      let target = try withTarget()
      items.append(WithItem(context: context, target: target))
    } while take(",")
    return items
  }

  private mutating func withTarget() throws(SyntaxError) -> ExpressionNode? {
    guard takeKeyword("as") else { return nil }
    let target: ExpressionNode
    if isSymbol("*") { target = try starExpression() } else { target = try primary() }
    try checkTarget(target)
    return target
  }
}
