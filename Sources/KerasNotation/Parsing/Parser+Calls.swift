extension Parser {
  /// The arguments from `(` to `)`.
  mutating func callArguments() throws(SyntaxError) -> [Argument] {
    try expect("(")
    var arguments: [Argument] = []
    while !isSymbol(")") {
      let argument = try argument()
      try check(argument, after: arguments)
      arguments.append(argument)
      if !take(",") { break }
    }
    try close(")", after: arguments.last?.value)
    return arguments
  }

  private mutating func argument() throws(SyntaxError) -> Argument {
    let start = start
    if take("**") {
      return Argument(form: .unpackedMapping, value: try expression(), range: start..<end)
    }
    if take("*") {
      return Argument(form: .unpackedSequence, value: try expression(), range: start..<end)
    }
    if token.kind == .name, next.isSymbol("=") {
      let name = try identifier()
      index += 1
      return Argument(form: .keyword(name), value: try expression(), range: start..<end)
    }
    var value = try namedExpression()
    if isSymbol("=") {
      if let lexicalError { throw lexicalError }
      throw SyntaxError(.equalsInArgument, start..<token.range.upperBound)
    }
    if isKeyword("for") { value = try bareGenerator(value, start) }
    return Argument(form: .positional, value: value, range: start..<end)
  }

  /// `f(x for x in y)`: CPython's range takes the call's parentheses in.
  private mutating func bareGenerator(
    _ element: ExpressionNode, _ start: Int
  ) throws(SyntaxError) -> ExpressionNode {
    let opener = tokens[index - 1].range.upperBound
    let previous = tokens.prefix(index).lastIndex { $0.range.upperBound <= start }
    let clauses = try comprehensionClauses()
    let isAlone = previous.map { tokens[$0].isSymbol("(") } ?? false
    guard isAlone, isSymbol(")"), opener > 0 else {
      if let lexicalError { throw lexicalError }
      throw SyntaxError(.generatorNeedsParentheses, start..<end)
    }
    let lower = previous.map { tokens[$0].range.lowerBound } ?? start
    return try node(
      .comprehension(.generator, element, clauses), lower..<token.range.upperBound)
  }

  private func check(_ argument: Argument, after earlier: [Argument]) throws(SyntaxError) {
    let hasMapping = earlier.contains { $0.form == .unpackedMapping }
    let hasKeyword = earlier.contains { $0.keyword != nil }
    switch argument.form {
    case .positional where hasMapping:
      throw SyntaxError(.positionalAfterUnpacking, argument.range)
    case .positional where hasKeyword:
      throw SyntaxError(.positionalAfterKeyword, argument.range)
    case .unpackedSequence where hasMapping:
      throw SyntaxError(.sequenceAfterUnpacking, argument.range)
    default: break
    }
  }
}
