internal import PythonSyntax

extension ProgramCheck {
  /// What an expression stands for; reports what is wrong in it.
  mutating func known(_ node: ExpressionNode) -> Known {
    switch node.kind {
    case .name(let name): return lookUp(name, node.range)
    case .attribute(let object, let name):
      return attribute(name.text, of: known(object), name.range)
    case .call(let callee, let arguments): return call(callee, arguments, node)
    case .lambda(let parameters, let body):
      let function = function("<lambda>", parameters, .expression(body))
      lambdaDepth += 1
      inside(Set(parameters.all.map(\.name.text))) { _ = $0.known(body) }
      lambdaDepth -= 1
      return standing(for: function)
    case .comprehension(_, let element, let clauses): comprehension([element], clauses)
    case .dictionaryComprehension(let key, let value, let clauses):
      comprehension([key, value], clauses)
    case .namedExpression(let name, let value):
      _ = known(value)
      bind(name.text, .unknown)
    case .number, .string, .boolean, .none: return Known(literal: node)
    case .tuple(let items): return .tuple(items.map { known($0) })
    case .list(let items): return .list(items.map { known($0) })
    case .dictionary(let entries): return dictionary(entries)
    case .set, .starred:
      for child in node.children { letGo(known(child)) }
    case .binary(let left, let symbol, let right):
      return .combined(known(left), symbol, known(right), machine)
    case .logical(_, let operands):
      for (place, operand) in operands.enumerated() {
        if place == 0 { _ = known(operand) } else { doubting { _ = $0.known(operand) } }
      }
    case .comparison(let first, let links):
      let operands = [known(first)] + links.map { known($0.operand) }
      if links.count == 1,
        let holds = Known.compared(operands[0], links[0].comparison, operands[1], machine)
      {
        return .value(.bool(holds))
      }
      // What `in` and `is` give is no array.
      let isPlain = links.contains { [.in, .notIn, .is, .isNot].contains($0.comparison) }
      return isPlain ? .unknown : .combined(operands)
    case .unary(let symbol, let value):
      return .combined(symbol, known(value), machine)
    case .subscript(let object, let index): return item(of: known(object), index)
    case .conditional(let test, let then, let otherwise):
      _ = known(test)
      return doubting { $0.known(then).merged(with: $0.known(otherwise)) }
    default: for child in node.children { _ = known(child) }
    }
    return .unknown
  }

  private mutating func dictionary(_ entries: [DictionaryEntry]) -> Known {
    var all: [Known.Entry] = []
    for entry in entries {
      let key = entry.key.map { known($0) }
      let value = known(entry.value)
      if case .value(.string(let name)) = key, !all.contains(where: { $0.name == name }) {
        all.append(Known.Entry(name: name, value: value))
      } else {
        letGo(value)
      }
    }
    if all.count == entries.count { return .dictionary(all) }
    for entry in all { letGo(entry.value) }
    return .unknown
  }

  private mutating func comprehension(
    _ elements: [ExpressionNode], _ clauses: [ComprehensionClause]
  ) {
    if let first = clauses.first { letGo(known(first.iterable)) }
    var survey = NameSurvey()
    for clause in clauses { survey.bind(clause.target) }
    // A comprehension at the top runs where it stands.
    locals.append(survey.bound)
    doubting { check in
      for clause in clauses.dropFirst() { _ = check.known(clause.iterable) }
      for clause in clauses { for condition in clause.conditions { _ = check.known(condition) } }
      for element in elements { check.letGo(check.known(element)) }
    }
    locals.removeLast()
  }

  private mutating func lookUp(_ name: String, _ range: Range<Int>) -> Known {
    if isLocal(name) { return .unknown }
    if let known = globals[name] {
      if lambdaDepth > 0, known.isObject { return .unknown }
      // A function runs later: only what is bound once is the same then.
      return functionDepth == 0 || stable.contains(name) ? current(known) : .unknown
    }
    if name == "__name__" { return .value(.string("__main__")) }
    if let builtin = machine.builtins[name] { return Known(builtin) }
    let isNowhere = !bound.contains(name) && !bound.contains("*") && !name.hasPrefix("__")
    if isNowhere {
      report(.name(name, namesToSuggest, range))
    }
    return .unknown
  }
}
