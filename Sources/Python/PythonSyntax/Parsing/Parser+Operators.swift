extension Parser {
  private static let levels: [String: Int] = [
    "|": 0, "^": 1, "&": 2, "<<": 3, ">>": 3, "+": 4, "-": 4, "*": 5, "/": 5, "//": 5, "%": 5,
    "@": 5,
  ]

  /// Binary operators of at least `level`, grouped to the left: 0 is `|`, 5 is `*`.
  mutating func binary(_ level: Int) throws(SyntaxError) -> ExpressionNode {
    let start = start
    var left = try unary()
    while token.kind == .symbol, let own = Self.levels[token.text], own >= level,
      let operation = BinaryOperator(rawValue: token.text)
    {
      index += 1
      let right = try binary(own + 1)
      left = try node(.binary(left, operation, right), start..<end)
    }
    return left
  }

  private mutating func unary() throws(SyntaxError) -> ExpressionNode {
    guard token.kind == .symbol, let operation = UnaryOperator(rawValue: token.text) else {
      return try power()
    }
    let start = start
    index += 1
    let operand = try nested { parser throws(SyntaxError) in try parser.unary() }
    return try node(.unary(operation, operand), start..<end)
  }

  /// `**` binds closer than a sign on its left, less than one on its right.
  private mutating func power() throws(SyntaxError) -> ExpressionNode {
    let start = start
    let base = try primary()
    guard take("**") else { return base }
    let exponent = try nested { parser throws(SyntaxError) in try parser.unary() }
    return try node(.binary(base, .power, exponent), start..<end)
  }

  /// An atom with its attributes, calls and subscripts.
  mutating func primary() throws(SyntaxError) -> ExpressionNode {
    let start = start
    var value = try atom()
    while token.kind == .symbol {
      switch token.text {
      case ".":
        index += 1
        value = try node(.attribute(value, try identifier()), start..<end)
      case "(":
        let arguments = try callArguments()
        value = try node(.call(value, arguments), start..<end)
      case "[":
        index += 1
        let index = try subscriptIndex()
        value = try node(.subscript(value, index), start..<end)
      default: return value
      }
    }
    return value
  }

  private mutating func subscriptIndex() throws(SyntaxError) -> ExpressionNode {
    let start = start
    var items = [try sliceItem()]
    var isTuple = false
    if case .starred = items[0].kind { isTuple = true }
    while take(",") {
      isTuple = true
      if isSymbol("]") { break }
      items.append(try sliceItem())
    }
    let index = isTuple ? try node(.tuple(items), start..<end) : items[0]
    try close("]", after: items.last)
    return index
  }

  private mutating func sliceItem() throws(SyntaxError) -> ExpressionNode {
    let start = start
    if isSymbol("*") { return try starNamedExpression() }
    let lower = isSymbol(":") ? nil : try namedExpression()
    guard take(":") else { if let lower { return lower } else { throw invalid() } }
    if let lower, case .namedExpression = lower.kind, lower.range.lowerBound == start {
      throw invalid()
    }
    let upper = try sliceBound()
    let step = take(":") ? try sliceBound() : nil
    return try node(.slice(lower: lower, upper: upper, step: step), start..<end)
  }

  private mutating func sliceBound() throws(SyntaxError) -> ExpressionNode? {
    if isSymbol(":") || isSymbol(",") || isSymbol("]") { return nil }
    return try expression()
  }
}
