internal import PythonSyntax

/// Every name that stands anywhere in a piece of source.
enum MentionedNames {
  static func of(_ body: [StatementNode]) -> Set<String> {
    var names = Set<String>()
    for statement in body { collect(statement, &names) }
    return names
  }

  static func of(_ expression: ExpressionNode) -> Set<String> {
    var names = Set<String>()
    collect(expression, &names)
    return names
  }

  private static func collect(_ expression: ExpressionNode, _ names: inout Set<String>) {
    if case .name(let name) = expression.kind { names.insert(name) }
    for child in expression.children { collect(child, &names) }
  }

  private static func collect(_ statement: StatementNode, _ names: inout Set<String>) {
    for expression in statement.expressions { collect(expression, &names) }
    for inner in statement.bodies { for child in inner { collect(child, &names) } }
  }
}
