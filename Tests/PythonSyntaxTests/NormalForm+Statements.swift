@testable import PythonSyntax

extension NormalForm {
  static func form(_ node: StatementNode) -> String {
    if case .if(let branches, let otherwise) = node.kind {
      return conditional(branches[...], otherwise, node.range.upperBound)
    }
    let (name, parts) = parts(node.kind)
    return parts.isEmpty && name.isEmpty ? "?" : call(name, node.range, parts)
  }

  static func block(_ body: [StatementNode]?) -> String { list((body ?? []).map(form)) }

  /// CPython nests each `elif` in the `else` of the one before.
  private static func conditional(
    _ branches: ArraySlice<ConditionalBranch>, _ otherwise: [StatementNode]?, _ end: Int
  ) -> String {
    guard let branch = branches.first else { return block(otherwise) }
    let rest = branches.dropFirst()
    let last =
      rest.isEmpty ? block(otherwise) : list([conditional(rest, otherwise, end)])
    return call(
      "If", branch.range.lowerBound..<end, [form(branch.test), block(branch.body), last])
  }

  private static func parts(_ kind: StatementNode.Kind) -> (String, [String]) {
    switch kind {
    case .expression(let value): ("Expr", [form(value)])
    case .assignment(let targets, let value):
      ("Assign", [list(targets.map(form)), form(value)])
    case .augmentedAssignment(let target, let operation, let value):
      ("AugAssign", [form(target), operation.className, form(value)])
    case .annotatedAssignment(let target, let annotation, let value):
      ("AnnAssign", [form(target), form(annotation), optional(value)])
    case .while(let test, let body, let otherwise):
      ("While", [form(test), block(body), block(otherwise)])
    case .for(let target, let iterable, let body, let otherwise):
      ("For", [form(target), form(iterable), block(body), block(otherwise)])
    case .with(let items, let body): ("With", [list(items.map(form)), block(body)])
    case .function(let function): ("FunctionDef", parts(function))
    case .class(let definition): ("ClassDef", parts(definition))
    case .try(let statement):
      (statement.handlesGroups ? "TryStar" : "Try", parts(statement))
    default: simple(kind)
    }
  }

  private static func simple(_ kind: StatementNode.Kind) -> (String, [String]) {
    switch kind {
    case .return(let value): ("Return", [optional(value)])
    case .raise(let error, let cause): ("Raise", [optional(error), optional(cause)])
    case .assert(let test, let message): ("Assert", [form(test), optional(message)])
    case .delete(let targets): ("Delete", [list(targets.map(form))])
    case .global(let names): ("Global", [list(names.map { text($0.text) })])
    case .nonlocal(let names): ("Nonlocal", [list(names.map { text($0.text) })])
    case .import(let names): ("Import", [list(names.map(form))])
    case .importFrom(let statement):
      (
        "ImportFrom",
        [
          text(statement.module),
          statement.names.map { list($0.map(form)) } ?? "[alias(\"*\", nil)]",
          "\(statement.level)",
        ]
      )
    case .pass: ("Pass", [])
    case .break: ("Break", [])
    case .continue: ("Continue", [])
    default: ("", [])
    }
  }

  private static func form(_ item: WithItem) -> String {
    "withitem(\(form(item.context)), \(optional(item.target)))"
  }

  private static func form(_ name: ImportedName) -> String {
    "alias(\(text(name.name.text)), \(text(name.alias)))"
  }

  private static func parts(_ function: FunctionDefinition) -> [String] {
    [
      text(function.name.text), form(function.parameters), block(function.body),
      list(function.decorators.map(form)), optional(function.result),
    ]
  }

  private static func parts(_ definition: ClassDefinition) -> [String] {
    [text(definition.name.text)] + lists(definition.arguments)
      + [block(definition.body), list(definition.decorators.map(form))]
  }

  private static func parts(_ statement: TryStatement) -> [String] {
    let handlers = statement.handlers.map {
      call("ExceptHandler", $0.range, [optional($0.type), text($0.name), block($0.body)])
    }
    return [
      block(statement.body), list(handlers), block(statement.otherwise), block(statement.finally),
    ]
  }
}
