extension Parser {
  mutating func atom() throws(SyntaxError) -> ExpressionNode {
    let token = token
    switch token.kind {
    case .name:
      if let error = missingParentheses() { throw error }
      index += 1
      return try node(.name(token.text), token.range)
    case .number:
      index += 1
      return try node(.number(NumberLiteral(token.text)), token.range)
    case .string, .formattedStart: return try strings()
    case .keyword: return try keywordAtom()
    case .symbol: return try symbolAtom()
    default: throw invalid()
    }
  }

  private mutating func keywordAtom() throws(SyntaxError) -> ExpressionNode {
    let kind: ExpressionNode.Kind
    switch token.text {
    case "True": kind = .boolean(true)
    case "False": kind = .boolean(false)
    case "None": kind = .none
    case "await": throw invalid(.notSupported("'await'"))
    default: throw invalid()
    }
    index += 1
    return try node(kind, tokens[index - 1].range)
  }

  private mutating func symbolAtom() throws(SyntaxError) -> ExpressionNode {
    switch token.text {
    case "...":
      index += 1
      return try node(.ellipsis, tokens[index - 1].range)
    case "(": return try parenthesized()
    case "[": return try listDisplay()
    case "{": return try braceDisplay()
    default: throw invalid()
    }
  }

  private mutating func parenthesized() throws(SyntaxError) -> ExpressionNode {
    let start = start
    index += 1
    if take(")") { return try node(.tuple([]), start..<end) }
    if isKeyword("yield") {
      let value = try yieldExpression()
      try close(")", after: value)
      return value
    }
    let first = try starNamedExpression()
    if startsComprehension { return try comprehension(.generator, first, start, closer: ")") }
    if isSymbol(",") {
      let items = try items(first, closer: ")")
      return try node(.tuple(items), start..<end)
    }
    try close(")", after: first)
    if case .starred = first.kind { throw SyntaxError(.starredNotAllowed, first.range) }
    return first
  }

  private mutating func listDisplay() throws(SyntaxError) -> ExpressionNode {
    let start = start
    index += 1
    if take("]") { return try node(.list([]), start..<end) }
    let first = try starNamedExpression()
    if startsComprehension { return try comprehension(.list, first, start, closer: "]") }
    let items = try items(first, closer: "]")
    return try node(.list(items), start..<end)
  }

  /// The items after the first, up to and with the closing bracket.
  private mutating func items(
    _ first: ExpressionNode, closer: String
  ) throws(SyntaxError) -> [ExpressionNode] {
    var items = [first]
    while take(",") {
      if isSymbol(closer) { break }
      items.append(try starNamedExpression())
    }
    if startsComprehension, lexicalError == nil {
      let range = first.range.lowerBound..<end
      throw SyntaxError(.comprehensionTargetNeedsParentheses, range)
    }
    try close(closer, after: items.last)
    return items
  }

  private mutating func braceDisplay() throws(SyntaxError) -> ExpressionNode {
    let start = start
    index += 1
    if take("}") { return try node(.dictionary([]), start..<end) }
    if isSymbol("**") { return try dictionary([], start) }
    let first = try starNamedExpression()
    if isSymbol(":") { return try dictionaryFrom(first, start) }
    if startsComprehension { return try comprehension(.set, first, start, closer: "}") }
    let items = try items(first, closer: "}")
    return try node(.set(items), start..<end)
  }

  private mutating func dictionaryFrom(
    _ key: ExpressionNode, _ start: Int
  ) throws(SyntaxError) -> ExpressionNode {
    if case .starred = key.kind { throw invalid() }
    if case .namedExpression = key.kind, tokens[index - 1].range.upperBound == key.range.upperBound
    {
      throw invalid()
    }
    index += 1
    let value = try dictionaryValue()
    if startsComprehension {
      let clauses = try comprehensionClauses()
      try close("}", after: nil)
      return try node(.dictionaryComprehension(key, value, clauses), start..<end)
    }
    let entries = [DictionaryEntry(key: key, value: value)]
    if take(",") { return try dictionary(entries, start) }
    try close("}", after: value)
    return try node(.dictionary(entries), start..<end)
  }

  private mutating func dictionaryValue() throws(SyntaxError) -> ExpressionNode {
    if isSymbol("}") || isSymbol(",") {
      throw SyntaxError(.missingDictionaryValue, tokens[index - 1].range)
    }
    return try expression()
  }

  private mutating func dictionary(
    _ first: [DictionaryEntry], _ start: Int
  ) throws(SyntaxError) -> ExpressionNode {
    var entries = first
    while !isSymbol("}") {
      let stars = token.range
      if take("**") {
        entries.append(DictionaryEntry(key: nil, value: try binary(0)))
        if startsComprehension { throw SyntaxError(.mappingInComprehension, stars) }
      } else {
        let key = try expression()
        try expect(":")
        entries.append(DictionaryEntry(key: key, value: try dictionaryValue()))
      }
      if !take(",") { break }
    }
    try close("}", after: entries.last?.value)
    return try node(.dictionary(entries), start..<end)
  }
}
