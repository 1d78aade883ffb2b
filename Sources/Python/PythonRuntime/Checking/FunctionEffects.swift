internal import PythonSyntax

/// What functions of a program may change without being handed it.
struct FunctionEffects {
  /// Names that stand in functions for more than the object of an attribute.
  private(set) var names: Set<String> = []
  /// Names that functions declare global.
  private(set) var globals: Set<String> = []
  /// Whether some function puts items into something.
  private(set) var setItems = false

  init(_ cells: [Module]) {
    for cell in cells { for statement in cell.body { visit(statement, isInside: false) } }
  }

  private mutating func visit(_ statement: StatementNode, isInside: Bool) {
    if isInside { note(statement) }
    for expression in statement.expressions { visit(expression, isInside: isInside) }
    switch statement.kind {
    case .function(let definition):
      inside(definition.body, Set(definition.parameters.all.map(\.name.text)))
    case .class(let definition): inside(definition.body, [])
    default: for body in statement.bodies { for inner in body { visit(inner, isInside: isInside) } }
    }
  }

  /// Names that a function binds are its own.
  private mutating func inside(_ body: [StatementNode], _ parameters: Set<String>) {
    let before = names
    for statement in body { visit(statement, isInside: true) }
    var survey = NameSurvey()
    survey.visit(body)
    names.subtract(survey.bound.subtracting(survey.globals).union(parameters))
    names.formUnion(before)
    globals.formUnion(survey.globals)
  }

  private mutating func note(_ statement: StatementNode) {
    let targets: [ExpressionNode]
    switch statement.kind {
    case .assignment(let all, _): targets = all
    case .augmentedAssignment(let target, _, _): targets = [target]
    default: return
    }
    for target in targets {
      switch target.kind {
      case .subscript: setItems = true
      case .name where statement.isAugmented: setItems = true
      default: break
      }
    }
  }

  private mutating func visit(_ node: ExpressionNode, isInside: Bool) {
    switch node.kind {
    case .lambda(_, let body): visit(body, isInside: true)
    case .name(let name): if isInside { names.insert(name) }
    case .attribute(let object, let attribute) where !Self.changing.contains(attribute.text):
      if case .name = object.kind { return }
      visit(object, isInside: isInside)
    case .subscript(let object, let index):
      visit(index, isInside: isInside)
      if case .name = object.kind { return }
      visit(object, isInside: isInside)
    default: for child in node.children { visit(child, isInside: isInside) }
    }
  }

  private static let changing: Set<String> = ["add", "pop", "build", "compile"]
}

extension StatementNode {
  fileprivate var isAugmented: Bool {
    if case .augmentedAssignment = kind { true } else { false }
  }
}
