internal import Diagnostics
internal import KerasNotation

/// What is said about cells that give a parameter another value: the command line's no longer holds.
enum ParameterCheck {
  static func findings(_ cell: CellSource, _ context: PlanContext) -> [Diagnostic] {
    guard !context.parameters.isEmpty else { return [] }
    var found: [Diagnostic] = []
    func visit(_ body: [StatementNode]) {
      for statement in body {
        if case .assignment(let targets, let value) = statement.kind {
          for target in targets { report(target, value) }
        }
        if statement.isBlock { for inner in statement.bodies { visit(inner) } }
      }
    }
    func report(_ target: ExpressionNode, _ value: ExpressionNode) {
      guard case .name(let name) = target.kind, context.parameters[name] != nil,
        !value.mentions(name)
      else { return }
      found.append(finding(name, at: cell.place(target.range)))
    }
    visit(cell.module.body)
    return found
  }

  private static func finding(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .warning, code: "parameter-rebound", at: range,
      Message(
        "'\(name)' is a parameter, and gets another value here: -P doesn't reach what follows",
        pt: "'\(name)' é um parâmetro e recebe outro valor aqui: -P não alcança o que vem depois"),
      hint: Message(
        "leave this line out: the variable is there before the first cell",
        pt: "tire esta linha: a variável existe antes da primeira célula"))
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
