internal import PythonSyntax

/// `global` and `nonlocal` of names that can't be declared so: CPython refuses such a cell before it runs any of it.
struct DeclarationRules {
  /// The names of one function, class or cell, as far as its statements were looked through.
  private struct Names {
    var parameters: Set<String> = []
    var survey = NameSurvey()
    var used: Set<String> = []
    var annotated: Set<String> = []
    /// The kind of each name's first declaration, and where that stands.
    var declared: [String: (word: String, place: Range<Int>)] = [:]
  }

  private var names = Names()
  /// All names of the functions around the one that is looked through, and its own.
  private var around: Set<String> = []
  private var own: Set<String> = []
  /// What is found in one statement after the other, and what only when all names are known.
  private var findings: [CheckFinding] = []
  private var lateFindings: [CheckFinding] = []

  static func findings(in module: Module) -> [CheckFinding] {
    var rules = DeclarationRules()
    rules.visit(module.body)
    return rules.findings + rules.lateFindings
  }

  private mutating func visit(_ body: [StatementNode]) {
    for statement in body { visit(statement) }
  }

  private mutating func visit(_ statement: StatementNode) {
    switch statement.kind {
    case .global(let names):
      for name in names { declare(name.text, "global", statement.range) }
    case .nonlocal(let names):
      for name in names { declare(name.text, "nonlocal", statement.range) }
    case .function(let definition):
      read(statement.expressions)
      names.survey.bound.insert(definition.name.text)
      inside(Set(definition.parameters.all.map(\.name.text)), definition.body, isFunction: true)
    case .class(let definition):
      read(statement.expressions)
      names.survey.bound.insert(definition.name.text)
      inside([], definition.body, isFunction: false)
    default:
      note(statement)
      for body in statement.bodies { visit(body) }
    }
  }

  /// Takes the names of a statement without those of statements inside.
  private mutating func note(_ statement: StatementNode) {
    switch statement.kind {
    case .assignment(let targets, let value):
      read([value] + targets.filter(\.isNoName))
      for target in targets { names.survey.bind(target) }
    case .annotatedAssignment(let target, _, let value):
      read([value].compactMap(\.self))
      if case .name(let name) = target.kind { names.annotated.insert(name) }
      names.survey.bind(target)
    case .for(let target, let iterable, _, _):
      read([iterable])
      names.survey.bind(target)
    case .with(let items, _):
      read(items.map(\.context))
      for item in items { item.target.map { names.survey.bind($0) } }
    case .try(let attempt):
      read(statement.expressions)
      for handler in attempt.handlers {
        handler.name.map { _ = names.survey.bound.insert($0.text) }
      }
    case .import, .importFrom: names.survey.visit(statement)
    default: read(statement.expressions)
    }
  }

  private mutating func read(_ expressions: [ExpressionNode]) {
    for expression in expressions { read(expression) }
  }

  /// What stands inside of a lambda or comprehension belongs to that.
  private mutating func read(_ node: ExpressionNode) {
    switch node.kind {
    case .name(let name): names.used.insert(name)
    case .namedExpression(let name, let value):
      names.survey.bound.insert(name.text)
      read(value)
    case .lambda(let parameters, _): read(parameters.all.compactMap(\.defaultValue))
    case .comprehension(_, _, let clauses), .dictionaryComprehension(_, _, let clauses):
      read(clauses.prefix(1).map(\.iterable))
    default: read(node.children)
    }
  }

  private mutating func declare(_ name: String, _ word: String, _ place: Range<Int>) {
    if names.parameters.contains(name) {
      refuse("name '\(name)' is parameter and \(word)", "'\(name)' é parâmetro e \(word)", place)
    } else if names.used.contains(name) {
      refuse(
        "name '\(name)' is used prior to \(word) declaration",
        "'\(name)' é usado antes da declaração \(word)", place)
    } else if names.annotated.contains(name) {
      refuse(
        "annotated name '\(name)' can't be \(word)",
        "'\(name)' tem anotação e não pode ser \(word)",
        place)
    } else if names.survey.bound.contains(name) {
      refuse(
        "name '\(name)' is assigned to before \(word) declaration",
        "'\(name)' recebe um valor antes da declaração \(word)", place)
    }
    if let first = names.declared[name], first.word != word {
      lateFindings.append(
        .syntax(
          "name '\(name)' is nonlocal and global", "'\(name)' é nonlocal e global", first.place))
    } else {
      names.declared[name] = (word, place)
    }
    if word == "nonlocal", !around.contains(name) {
      lateFindings.append(
        .syntax(
          "no binding for nonlocal '\(name)' found", "nenhuma função exterior tem '\(name)'", place)
      )
    }
  }

  private mutating func refuse(_ english: String, _ portuguese: String, _ place: Range<Int>) {
    findings.append(.syntax(english, portuguese, place))
  }

  /// The body of a function or class, whose own names functions inside a function see.
  private mutating func inside(
    _ parameters: Set<String>, _ body: [StatementNode], isFunction: Bool
  ) {
    var all = NameSurvey()
    all.visit(body)
    let before = (names, around, own)
    (names, around) = (Names(parameters: parameters), around.union(own))
    own = isFunction ? all.bound.union(parameters).subtracting(all.globals) : []
    visit(body)
    (names, around, own) = before
  }
}

extension ExpressionNode {
  fileprivate var isNoName: Bool { if case .name = kind { false } else { true } }
}
