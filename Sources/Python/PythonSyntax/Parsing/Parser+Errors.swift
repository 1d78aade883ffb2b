extension Parser {
  /// The error at the current token: the lexer's where the source stops making tokens (an unclosed
  /// bracket or string explains most errors after it), otherwise `fact`.
  func invalid(_ fact: SyntaxFact = .invalidSyntax) -> SyntaxError {
    if let lexicalError, token.kind == .end || fact == .invalidSyntax { return lexicalError }
    return indentError() ?? SyntaxError(fact, token.range)
  }

  private func indentError() -> SyntaxError? {
    token.kind == .indent ? SyntaxError(.unexpectedIndent, token.range) : nil
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
