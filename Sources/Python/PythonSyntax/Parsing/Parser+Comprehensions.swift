extension Parser {
  var startsComprehension: Bool {
    isKeyword("for") || (isKeyword("async") && next.isKeyword("for"))
  }

  /// From the first `for` to the closing bracket.
  mutating func comprehension(
    _ form: ComprehensionForm, _ element: ExpressionNode, _ start: Int, closer: String
  ) throws(SyntaxError) -> ExpressionNode {
    if case .starred = element.kind {
      throw SyntaxError(.unpackingInComprehension, element.range)
    }
    let clauses = try comprehensionClauses()
    try close(closer, after: nil)
    return try node(.comprehension(form, element, clauses), start..<end)
  }

  mutating func comprehensionClauses() throws(SyntaxError) -> [ComprehensionClause] {
    var clauses: [ComprehensionClause] = []
    while isKeyword("for") || isKeyword("async") {
      if isKeyword("async") { throw invalid(.notSupported("'async'")) }
      index += 1
      let target = try loopTarget()
      try expectKeyword("in")
      let iterable = try disjunction()
      var conditions: [ExpressionNode] = []
      while takeKeyword("if") { conditions.append(try disjunction()) }
      clauses.append(
        ComprehensionClause(target: target, iterable: iterable, conditions: conditions))
    }
    return clauses
  }

  /// The target of `for`, which ends before `in`.
  mutating func loopTarget() throws(SyntaxError) -> ExpressionNode {
    let start = start
    let first = try targetItem()
    var target = first
    if isSymbol(",") {
      var items = [first]
      while take(",") {
        if isKeyword("in") { break }
        items.append(try targetItem())
      }
      target = try node(.tuple(items), start..<end)
    }
    try checkTarget(target)
    return target
  }

  private mutating func targetItem() throws(SyntaxError) -> ExpressionNode {
    isSymbol("*") ? try starExpression() : try binary(0)
  }
}
