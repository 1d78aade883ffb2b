/// A recursive descent over the tokens, one method for each rule of Python's grammar.
///
/// Recursion is counted: no source reaches the end of the stack.
struct Parser {
  /// Most rules that may be open at a time, and most nodes from the root of an expression to a leaf.
  static let nestingLimit = 256
  static let depthLimit = 3000
  /// Most contexts of a `with`: each is a block inside of the one before, and CPython allows as many.
  static let mostBlocks = 20

  let bytes: [UInt8]
  let tokens: [Token]
  let trivia: [Trivia]
  let lexicalError: SyntaxError?
  private(set) var unknownEscapes: [UnknownEscape]
  var index = 0
  var nesting = 0

  init(_ lexer: Lexer) {
    bytes = lexer.bytes
    tokens = lexer.tokens
    trivia = lexer.trivia
    lexicalError = lexer.error
    unknownEscapes = lexer.unknownEscapes
  }

  mutating func module() throws(SyntaxError) -> Module {
    var body: [StatementNode] = []
    while token.kind != .end {
      if token.kind == .newline { index += 1 } else { body += try statement() }
    }
    if let lexicalError { throw lexicalError }
    return Module(
      body: body, trivia: trivia, unknownEscapes: unknownEscapes.sorted { $0.offset < $1.offset })
  }

  /// Keeps what a literal has that Python doesn't know.
  mutating func note(_ escape: UnknownEscape?) {
    if let escape { unknownEscapes.append(escape) }
  }

  mutating func wholeExpression() throws(SyntaxError) -> ExpressionNode {
    while token.kind == .newline { index += 1 }
    let value = try expressionList(allowsStars: false)
    while token.kind == .newline { index += 1 }
    guard token.kind == .end, lexicalError == nil else { throw invalid() }
    return value
  }

  // MARK: - Tokens

  var token: Token { tokens[index] }
  var next: Token { tokens[min(index + 1, tokens.count - 1)] }
  var start: Int { token.range.lowerBound }
  /// Where the last token taken ends.
  var end: Int { index > 0 ? tokens[index - 1].range.upperBound : 0 }

  /// The first character of the current token, where CPython points without knowing a range.
  var beginOfToken: Range<Int> { start..<min(start + 1, max(token.range.upperBound, start)) }

  func isSymbol(_ symbol: String) -> Bool { token.isSymbol(symbol) }
  func isKeyword(_ word: String) -> Bool { token.isKeyword(word) }

  mutating func take(_ symbol: String) -> Bool {
    guard isSymbol(symbol) else { return false }
    index += 1
    return true
  }

  mutating func takeKeyword(_ word: String) -> Bool {
    guard isKeyword(word) else { return false }
    index += 1
    return true
  }

  mutating func expect(_ symbol: String) throws(SyntaxError) {
    guard take(symbol) else { throw invalid() }
  }

  mutating func expectKeyword(_ word: String) throws(SyntaxError) {
    guard takeKeyword(word) else { throw invalid() }
  }

  mutating func identifier() throws(SyntaxError) -> Identifier {
    guard token.kind == .name else { throw invalid() }
    defer { index += 1 }
    return Identifier(text: token.text, range: token.range)
  }

  // MARK: - Limits

  mutating func nested<Value>(
    _ rule: (inout Parser) throws(SyntaxError) -> Value
  ) throws(SyntaxError) -> Value {
    guard nesting < Self.nestingLimit else {
      throw lexicalError ?? SyntaxError(.tooDeeplyNested, token.range)
    }
    nesting += 1
    defer { nesting -= 1 }
    return try rule(&self)
  }

  func node(
    _ kind: ExpressionNode.Kind, _ range: Range<Int>
  ) throws(SyntaxError) -> ExpressionNode {
    let node = ExpressionNode(kind, range)
    guard node.depth <= Self.depthLimit else { throw SyntaxError(.tooDeeplyNested, range) }
    return node
  }
}
