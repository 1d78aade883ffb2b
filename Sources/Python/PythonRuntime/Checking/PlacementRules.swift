internal import PythonSyntax

/// Statements where they may not stand, and names that are given twice: what CPython refuses when it compiles a
/// cell, before it runs any of it.
struct PlacementRules {
  private var isInFunction = false
  private var isInLoop = false
  private var findings: [CheckFinding] = []

  /// What is wrong in a cell, in the order of its lines.
  static func findings(in module: Module) -> [CheckFinding] {
    var rules = PlacementRules()
    rules.visit(module.body)
    return rules.findings
  }

  private mutating func visit(_ body: [StatementNode]) {
    for statement in body { visit(statement) }
  }

  private mutating func visit(_ statement: StatementNode) {
    if let (english, portuguese) = misplaced(statement.kind) {
      findings.append(.syntax(english, portuguese, statement.range))
    }
    if case .function(let definition) = statement.kind { visit(definition.parameters) }
    for expression in statement.expressions { visit(expression) }
    let before = (isInFunction, isInLoop)
    switch statement.kind {
    case .function: (isInFunction, isInLoop) = (true, false)
    case .class: (isInFunction, isInLoop) = (false, false)
    case .for(_, _, let body, let otherwise), .while(_, let body, let otherwise):
      isInLoop = true
      visit(body)
      isInLoop = before.1
      return visit(otherwise ?? [])
    default: break
    }
    for body in statement.bodies { visit(body) }
    (isInFunction, isInLoop) = before
  }

  private func misplaced(_ kind: StatementNode.Kind) -> (String, String)? {
    switch kind {
    case .return where !isInFunction:
      ("'return' outside function", "'return' fora de uma função")
    case .break where !isInLoop: ("'break' outside loop", "'break' fora de um laço")
    case .continue where !isInLoop:
      ("'continue' not properly in loop", "'continue' fora de um laço")
    case .nonlocal where !isInFunction:
      (
        "nonlocal declaration not allowed at module level",
        "'nonlocal' só pode ser usado numa função"
      )
    default: nil
    }
  }

  private mutating func visit(_ parameters: Parameters) {
    var seen: Set<String> = []
    for parameter in parameters.all where !seen.insert(parameter.name.text).inserted {
      let name = parameter.name
      findings.append(
        .syntax(
          "duplicate argument '\(name.text)' in function definition",
          "parâmetro '\(name.text)' repetido na definição da função", name.range))
    }
  }

  private mutating func visit(_ node: ExpressionNode) {
    switch node.kind {
    case .lambda(let parameters, let body):
      visit(parameters)
      for value in parameters.all.compactMap(\.defaultValue) { visit(value) }
      let before = isInFunction
      isInFunction = true
      visit(body)
      isInFunction = before
      return
    case .yield where !isInFunction, .yieldFrom where !isInFunction:
      findings.append(
        .syntax("'yield' outside function", "'yield' fora de uma função", node.range))
    case .call(_, let arguments): visit(arguments)
    default: break
    }
    for child in node.children { visit(child) }
  }

  private mutating func visit(_ arguments: [Argument]) {
    var seen: Set<String> = []
    for argument in arguments {
      guard let name = argument.keyword?.text, !seen.insert(name).inserted else { continue }
      findings.append(
        .syntax(
          "keyword argument repeated: \(name)", "argumento '\(name)' repetido", argument.range))
    }
  }
}

extension CheckFinding {
  /// What CPython refuses as a `SyntaxError`.
  static func syntax(
    _ english: String, _ portuguese: String, _ range: Range<Int>
  ) -> CheckFinding {
    CheckFinding(
      code: "syntax-error", english: english, portuguese: portuguese, range: range, nearest: nil)
  }
}
