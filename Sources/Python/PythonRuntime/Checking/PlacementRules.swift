internal import PythonSyntax

/// Statements where they may not stand, and names that are given twice: what CPython refuses when it compiles a
/// cell, before it runs any of it.
struct PlacementRules {
  private var isInFunction = false
  private var isInLoop = false
  private var isInClass = false
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
    findStars(in: statement)
    if case .try(let attempt) = statement.kind {
      for handler in attempt.handlers.dropLast() where handler.type == nil {
        findings.append(
          .syntax(
            "default 'except:' must be last", "'except:' sem tipo tem de ser o último",
            handler.range))
      }
    }
    if case .importFrom(let names) = statement.kind, names.names == nil, isInFunction || isInClass {
      findings.append(
        .syntax(
          "import * only allowed at module level", "'import *' só é permitido fora de funções",
          statement.range.upperBound - 1..<statement.range.upperBound))
    }
    if let (english, portuguese) = misplaced(statement.kind) {
      findings.append(.syntax(english, portuguese, statement.range))
    }
    if case .function(let definition) = statement.kind { visit(definition.parameters) }
    for expression in statement.expressions { visit(expression) }
    let (before, wasInClass) = ((isInFunction, isInLoop), isInClass)
    switch statement.kind {
    case .function: (isInFunction, isInLoop) = (true, false)
    case .class: (isInFunction, isInLoop, isInClass) = (false, false, true)
    case .for(_, _, let body, let otherwise), .while(_, let body, let otherwise):
      isInLoop = true
      visit(body)
      isInLoop = before.1
      return visit(otherwise ?? [])
    default: break
    }
    for body in statement.bodies { visit(body) }
    ((isInFunction, isInLoop), isInClass) = (before, wasInClass)
  }

  /// Stars where no list or tuple takes what they unpack.
  private mutating func findStars(in statement: StatementNode) {
    switch statement.kind {
    case .assignment(let targets, let value):
      for target in targets { findStars(inTarget: target) }
      refuseStar(value)
    case .for(let target, _, _, _): findStars(inTarget: target)
    case .expression(let value): refuseStar(value)
    default: break
    }
  }

  private mutating func refuseStar(_ value: ExpressionNode) {
    guard case .starred = value.kind else { return }
    findings.append(
      .syntax(
        "can't use starred expression here", "não se usa '*' aqui", value.range))
  }

  private mutating func findStars(inTarget target: ExpressionNode) {
    switch target.kind {
    case .starred:
      findings.append(
        .syntax(
          "starred assignment target must be in a list or tuple",
          "um alvo com '*' tem de estar numa lista ou tupla", target.range))
    case .tuple(let items), .list(let items):
      let stars = items.filter { if case .starred = $0.kind { true } else { false } }
      if stars.count > 1 {
        findings.append(
          .syntax(
            "multiple starred expressions in assignment", "mais de um '*' numa atribuição",
            target.range))
      }
      for item in items {
        if case .starred(let inner) = item.kind {
          findStars(inTarget: inner)
        } else {
          findStars(inTarget: item)
        }
      }
    default: break
    }
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
