extension Parser {
  /// The error at the current token: the lexer's where the source stops making tokens, an unclosed
  /// bracket where one explains it, otherwise `fact`.
  func invalid(_ fact: SyntaxFact = .invalidSyntax) -> SyntaxError {
    if let lexicalError, token.kind == .end || fact == .invalidSyntax { return lexicalError }
    if isProbing { return SyntaxError(fact, token.range) }
    if fact == .invalidSyntax, let open = openBracket(), isOnEarlierLine(open) {
      let symbol = Character(open.text)
      return SyntaxError(.neverClosed(symbol), open.range)
    }
    return indentError() ?? SyntaxError(fact, token.range)
  }

  private func indentError() -> SyntaxError? {
    token.kind == .indent ? SyntaxError(.unexpectedIndent, token.range) : nil
  }

  /// The innermost bracket open at the current token.
  private func openBracket() -> Token? {
    var open: [Token] = []
    for token in tokens[..<index] where token.kind == .symbol {
      switch token.text {
      case "(", "[", "{": open.append(token)
      case ")", "]", "}": _ = open.popLast()
      default: break
      }
    }
    return open.last
  }

  private func isOnEarlierLine(_ open: Token) -> Bool {
    bytes[open.range.lowerBound..<min(start, bytes.count)].contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// Whether an expression could start at the current token, `not` and signs aside.
  var startsOperand: Bool {
    switch token.kind {
    case .name, .number, .string, .formattedStart: true
    case .keyword: ["True", "False", "None", "lambda"].contains(token.text)
    default: false
    }
  }

  /// In a bracket, after an item: the closing symbol, or what is missing.
  mutating func close(_ symbol: String, after item: ExpressionNode?) throws(SyntaxError) {
    if take(symbol) { return }
    guard let item, startsOperand else { throw invalid() }
    var probe = self
    guard let following = try? probe.expression() else { throw invalid() }
    let range = item.range.lowerBound..<following.range.upperBound
    if let lexicalError { throw lexicalError }
    throw SyntaxError(.missingComma, range)
  }
}
