internal import KerasNotation

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

  private static func collect(_ node: ExpressionNode, _ names: inout Set<String>) {
    if case .name(let name) = node.kind {
      names.insert(name)
      if name == "globals" { names.insert("*") }
    }
    for child in node.children { collect(child, &names) }
  }

  private static func collect(_ statement: StatementNode, _ names: inout Set<String>) {
    for expression in statement.expressions { collect(expression, &names) }
    switch statement.kind {
    case .function(let definition): names.insert(definition.name.text)
    case .class(let definition): names.insert(definition.name.text)
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
