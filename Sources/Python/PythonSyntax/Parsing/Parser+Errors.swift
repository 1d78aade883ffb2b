extension Parser {
  /// The error at the current token: the lexer's where the source stops making tokens (an unclosed
  /// bracket or string explains most errors after it), otherwise `fact`.
  func invalid(_ fact: SyntaxFact = .invalidSyntax) -> SyntaxError {
    if let lexicalError, token.kind == .end || fact == .invalidSyntax,
      token.kind == .end || !isOpenedOnThisLine(lexicalError)
    {
      return lexicalError
    }
    return indentError() ?? SyntaxError(fact, token.range)
  }

  /// Whether an error is a bracket that was opened on the current token's line and is never closed: then what
  /// follows it is the error.
  private func isOpenedOnThisLine(_ error: SyntaxError) -> Bool {
    guard case .neverClosed = error.fact, error.range.lowerBound < start else { return false }
    return !bytes[error.range.lowerBound..<start].contains(0x0A)
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
    if let item, let error = misplacedAssignment(to: item) ?? missingComma(after: item) {
      throw error
    }
    throw invalid()
  }

  /// What a second expression right behind one means.
  func missingComma(after item: ExpressionNode) -> SyntaxError? {
    guard startsOperand else { return nil }
    var probe = self
    guard let following = try? probe.expression() else { return nil }
    if let lexicalError { return lexicalError }
    return SyntaxError(.missingComma, item.range.lowerBound..<following.range.upperBound)
  }

  /// What `=` right behind an expression means where only `==` or `:=` may stand.
  func misplacedAssignment(to value: ExpressionNode) -> SyntaxError? {
    guard isSymbol("=") else { return nil }
    var probe = self
    probe.index += 1
    guard let other = try? probe.binary(0), !probe.isSymbol("="), !probe.isSymbol(":=") else {
      return nil
    }
    if let lexicalError { return lexicalError }
    switch value.kind {
    case .name:
      return SyntaxError(.equalsInCondition, value.range.lowerBound..<other.range.upperBound)
    case .tuple, .list, .boolean, .none, .comparison, .logical, .conditional, .lambda, .starred,
      .unary(.not, _), .comprehension(.generator, _, _):
      return nil
    default:
      return SyntaxError(.cannotAssign(describe(value), maybeEquality: true), value.range)
    }
  }
}
