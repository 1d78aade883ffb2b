internal import Diagnostics
internal import PythonSyntax

/// What is said about cells that give a parameter another value: the command line's no longer holds.
struct ParameterCheck {
  private let cell: CellSource
  private let context: PlanContext
  private var found: [Diagnostic] = []

  static func findings(_ cell: CellSource, _ context: PlanContext) -> [Diagnostic] {
    guard !context.parameters.isEmpty else { return [] }
    var check = ParameterCheck(cell: cell, context: context)
    check.visit(cell.module.body)
    return check.found
  }

  private init(cell: CellSource, context: PlanContext) {
    (self.cell, self.context) = (cell, context)
  }

  private mutating func visit(_ body: [StatementNode]) {
    for statement in body where statement.isBlock {
      switch statement.kind {
      case .assignment(let targets, let value): for target in targets { bind(target, value) }
      case .for(let target, let iterable, _, _): bind(target, iterable)
      default: break
      }
      for expression in statement.expressions { visit(expression) }
      for inner in statement.bodies { visit(inner) }
    }
  }

  /// What `:=` binds, in comprehensions too; a lambda's is its own.
  private mutating func visit(_ expression: ExpressionNode) {
    if case .lambda = expression.kind { return }
    if case .namedExpression(let name, let value) = expression.kind {
      bind(name.text, name.range, value)
    }
    for child in expression.children { visit(child) }
  }

  private mutating func bind(_ target: ExpressionNode, _ value: ExpressionNode) {
    switch target.kind {
    case .name(let name): bind(name, target.range, value)
    case .tuple(let items), .list(let items): for item in items { bind(item, value) }
    case .starred(let item): bind(item, value)
    default: break
    }
  }

  private mutating func bind(_ name: String, _ range: Range<Int>, _ value: ExpressionNode) {
    guard context.parameters[name] != nil, !value.mentions(name) else { return }
    found.append(Self.finding(name, at: cell.place(range)))
  }

  private static func finding(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .warning, code: "parameter-rebound", at: range,
      Message(
        "'\(name)' is a parameter, and gets another value here: -P doesn't reach what follows",
        pt: "'\(name)' é um parâmetro e recebe outro valor aqui: -P não alcança o que vem depois"),
      hint: Message(
        "give this variable another name, or leave it out: the parameter is there before the first cell",
        pt: "dê outro nome a esta variável, ou tire-a: o parâmetro existe antes da primeira célula")
    )
  }
}

extension ExpressionNode {
  /// Whether a name stands anywhere in it: what is made of a parameter follows it.
  fileprivate func mentions(_ name: String) -> Bool {
    if case .name(name) = kind { return true }
    return children.contains { $0.mentions(name) }
  }
}

extension StatementNode {
  /// Whether what stands inside runs in the same scope.
  fileprivate var isBlock: Bool {
    switch kind {
    case .function, .class: false
    default: true
    }
  }
}
