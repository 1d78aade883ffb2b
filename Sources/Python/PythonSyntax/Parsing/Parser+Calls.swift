extension Parser {
  /// The arguments from `(` to `)`.
  mutating func callArguments() throws(SyntaxError) -> [Argument] {
    try expect("(")
    var arguments: [Argument] = []
    var order = ArgumentOrder()
    while !isSymbol(")") {
      let argument = try argument()
      try order.add(argument)
      arguments.append(argument)
      if !take(",") { break }
    }
    if let misplaced = order.misplaced, isSymbol(")") {
      throw SyntaxError(misplaced, token.range)
    }
    try close(")", after: arguments.last?.value)
    return arguments
  }

  private mutating func argument() throws(SyntaxError) -> Argument {
    let start = start
    let before = tokens[index - 1]
    if take("**") {
      return Argument(form: .unpackedMapping, value: try expression(), range: start..<end)
    }
    if take("*") {
      return Argument(form: .unpackedSequence, value: try expression(), range: start..<end)
    }
    if token.kind == .name, next.isSymbol("=") {
      let name = try identifier()
      index += 1
      if isSymbol(")") || isSymbol(",") {
        throw SyntaxError(.missingArgumentValue, start..<end)
      }
      return Argument(form: .keyword(name), value: try expression(), range: start..<end)
    }
    var value = try namedExpression()
    if isSymbol("=") {
      if let lexicalError { throw lexicalError }
      let range = start..<token.range.upperBound
      switch value.kind {
      case .boolean, .none:
        throw SyntaxError(.cannotAssign(describe(value), maybeEquality: false), range)
      default: throw SyntaxError(.equalsInArgument, range)
      }
    }
    if startsComprehension { value = try bareGenerator(value, after: before) }
    return Argument(form: .positional, value: value, range: start..<end)
  }

  /// `f(x for x in y)`: as in CPython, its range takes the call's parentheses in.
  private mutating func bareGenerator(
    _ element: ExpressionNode, after opener: Token
  ) throws(SyntaxError) -> ExpressionNode {
    let clauses = try comprehensionClauses()
    guard opener.isSymbol("("), isSymbol(")") else {
      if let lexicalError { throw lexicalError }
      let start = opener.range.upperBound
      throw SyntaxError(.generatorNeedsParentheses, start..<end)
    }
    let range = opener.range.lowerBound..<token.range.upperBound
    return try node(.comprehension(.generator, element, clauses), range)
  }
}

/// Checks the order of a call's arguments.
private struct ArgumentOrder {
  private var hasKeyword = false
  private var hasMapping = false
  /// What is wrong with an argument by position, which CPython says at the call's end.
  private(set) var misplaced: SyntaxFact?

  mutating func add(_ argument: Argument) throws(SyntaxError) {
    switch argument.form {
    case .positional where hasMapping: misplaced = misplaced ?? .positionalAfterUnpacking
    case .positional where hasKeyword: misplaced = misplaced ?? .positionalAfterKeyword
    case .unpackedSequence where hasMapping:
      throw SyntaxError(.sequenceAfterUnpacking, argument.range)
    case .unpackedMapping: hasMapping = true
    case .keyword: hasKeyword = true
    default: break
    }
  }
}
