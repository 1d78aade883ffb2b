internal import PythonSyntax

/// Where `:=` may not stand, or not bind a name: in comprehensions (PEP 572). CPython refuses such a cell
/// before it runs any of it.
struct NamingRules {
  private enum Scope {
    case module, function, `class`
    /// Its loops' variables so far, and the names that `:=` bound in it so far.
    case comprehension(targets: Set<String>, named: Set<String>)
  }

  private var scopes: [Scope] = [.module]
  /// How many iterables of comprehensions stand around this place.
  private var iterables = 0
  private var isTarget = false
  private var findings: [CheckFinding] = []

  /// What is wrong in a cell, in the order in which CPython comes to it.
  static func findings(in module: Module) -> [CheckFinding] {
    var rules = NamingRules()
    rules.visit(module.body)
    return rules.findings
  }

  private mutating func visit(_ body: [StatementNode]) {
    for statement in body { visit(statement) }
  }

  private mutating func visit(_ statement: StatementNode) {
    for expression in statement.expressions { visit(expression) }
    let scope: Scope? =
      switch statement.kind {
      case .function: .function
      case .class: .class
      default: nil
      }
    scope.map { scopes.append($0) }
    for body in statement.bodies { visit(body) }
    if scope != nil { scopes.removeLast() }
  }

  private mutating func visit(_ node: ExpressionNode) {
    switch node.kind {
    case .namedExpression(let name, let value): visitNaming(name, value, node.range)
    case .lambda(let parameters, let body):
      for value in parameters.all.compactMap(\.defaultValue) { visit(value) }
      inside(.function) { $0.visit(body) }
    case .comprehension(_, let element, let clauses): comprehension([element], clauses)
    case .dictionaryComprehension(let key, let value, let clauses):
      comprehension([value, key], clauses)
    default: for child in node.children { visit(child) }
    }
  }

  /// What stands inside of a scope is no part of the target around it.
  private mutating func inside(_ scope: Scope, _ work: (inout NamingRules) -> Void) {
    let wasTarget = isTarget
    isTarget = false
    scopes.append(scope)
    work(&self)
    scopes.removeLast()
    isTarget = wasTarget
  }

  private mutating func comprehension(
    _ elements: [ExpressionNode], _ clauses: [ComprehensionClause]
  ) {
    if let first = clauses.first { iterable(first.iterable) }
    inside(.comprehension(targets: [], named: [])) { rules in
      for (index, clause) in clauses.enumerated() {
        rules.visitTarget(clause.target)
        if index > 0 { rules.iterable(clause.iterable) }
        for condition in clause.conditions { rules.visit(condition) }
      }
      for element in elements { rules.visit(element) }
    }
  }

  private mutating func visitTarget(_ target: ExpressionNode) {
    switch target.kind {
    case .name(let name): addTarget(name, target.range)
    case .tuple(let items), .list(let items): for item in items { visitTarget(item) }
    case .starred(let value): visitTarget(value)
    default:
      isTarget = true
      visit(target)
      isTarget = false
    }
  }

  private mutating func iterable(_ node: ExpressionNode) {
    iterables += 1
    visit(node)
    iterables -= 1
  }

  private mutating func addTarget(_ name: String, _ range: Range<Int>) {
    guard case .comprehension(var targets, let named)? = scopes.last else { return }
    if named.contains(name) {
      findings.append(
        .syntax(
          "comprehension inner loop cannot rebind assignment expression target '\(name)'",
          "um laço interno da compreensão não pode ligar '\(name)', a que ':=' já deu um valor",
          range))
    }
    targets.insert(name)
    scopes[scopes.count - 1] = .comprehension(targets: targets, named: named)
  }

  private mutating func visitNaming(
    _ name: Identifier, _ value: ExpressionNode, _ range: Range<Int>
  ) {
    if iterables > 0 {
      findings.append(
        .syntax(
          "assignment expression cannot be used in a comprehension iterable expression",
          "não se usa ':=' no que uma compreensão percorre", range))
    }
    bind(name)
    visit(value)
    if isTarget { addTarget(name.text, name.range) }
  }

  /// From a comprehension a name goes out to the function, or the cell, around it.
  private mutating func bind(_ name: Identifier) {
    guard case .comprehension(let targets, var named)? = scopes.last else { return }
    for scope in scopes.reversed() {
      switch scope {
      case .comprehension(let targets, _):
        guard targets.contains(name.text) else { continue }
        findings.append(
          .syntax(
            "assignment expression cannot rebind comprehension iteration variable '\(name.text)'",
            "':=' não pode dar outro valor à variável '\(name.text)' de uma compreensão",
            name.range))
        return
      case .class:
        findings.append(
          .syntax(
            "assignment expression within a comprehension cannot be used in a class body",
            "não se usa ':=' numa compreensão no corpo de uma classe", name.range))
        return
      case .module, .function:
        named.insert(name.text)
        scopes[scopes.count - 1] = .comprehension(targets: targets, named: named)
        return
      }
    }
  }
}
