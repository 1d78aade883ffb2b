internal import PythonSyntax

/// The names that a cell mentions anywhere, whether it reads them or binds them.
///
/// Beside variables: `import` for modules, which are the same objects whatever a cell calls them and
/// share seeds, settings and counters; `*` where a cell may bind or read any name.
enum CellNames {
  static func mentioned(in module: Module) -> Set<String> {
    var names = Set<String>()
    for statement in module.body { collect(statement, &names) }
    return names
  }

  /// Global names that functions in the module declare as theirs to bind.
  static func declaredGlobal(in module: Module) -> Set<String> {
    var names = Set<String>()
    func visit(_ body: [StatementNode]) {
      for statement in body {
        if case .global(let declared) = statement.kind { names.formUnion(declared.map(\.text)) }
        for inner in statement.bodies { visit(inner) }
      }
    }
    visit(module.body)
    return names
  }

  private static func collect(_ node: ExpressionNode, _ names: inout Set<String>) {
    switch node.kind {
    case .name(let name):
      names.insert(name)
      if name == "globals" { names.insert("*") }
    case .namedExpression(let name, _): names.insert(name.text)
    default: break
    }
    for child in node.children { collect(child, &names) }
  }

  private static func collect(_ statement: StatementNode, _ names: inout Set<String>) {
    for expression in statement.expressions { collect(expression, &names) }
    switch statement.kind {
    case .function(let definition): names.insert(definition.name.text)
    case .class(let definition): names.insert(definition.name.text)
    case .global(let declared): names.formUnion(declared.map(\.text))
    case .try(let statement): names.formUnion(statement.handlers.compactMap(\.name?.text))
    case .import(let imported):
      names.insert("import")
      for item in imported {
        let first = item.name.text.split(separator: ".").first.map(String.init) ?? ""
        names.insert(item.alias?.text ?? first)
      }
    case .importFrom(let statement):
      names.insert("import")
      for item in statement.names ?? [] { names.insert(item.alias?.text ?? item.name.text) }
      if statement.names == nil { names.insert("*") }
    default: break
    }
    for body in statement.bodies { for inner in body { collect(inner, &names) } }
  }
}
