internal import PythonSyntax

/// Where the names of one function, lambda or comprehension live.
final class Scope {
  /// A class's names are its body's alone: functions inside see the class, and what is around it.
  enum Form { case module, function, `class` }

  /// What functions inside a class call the class, as CPython does.
  static let className = "__class__"

  enum Place {
    case slot(Int)
    /// Shared with functions inside.
    case cell(Int)
    /// A variable of a function around this one.
    case captured(Int)
    case global(String)
  }

  let parent: Scope?
  let form: Form
  var isModule: Bool { form == .module }
  private(set) var slots: [String: Int] = [:]
  private(set) var cells: [String: Int] = [:]
  /// Variables of outer functions, and where they come from: the maker's own places.
  private(set) var captures: [(name: String, from: Place)] = []
  private var globals: Set<String> = []
  private var outer: Set<String> = []

  init(parent: Scope?, _ form: Form = .function) {
    self.parent = parent
    self.form = form
    if form == .class { cells[Self.className] = 0 }
  }

  /// Declares the names that a body binds; those that inner functions use become cells.
  func declare(
    _ names: Set<String>, sharedWithInner inner: Set<String>, globals: Set<String>,
    nonlocals: Set<String>
  ) {
    self.globals = globals
    outer = nonlocals
    for name in names.sorted() where !globals.contains(name) && !nonlocals.contains(name) {
      if inner.contains(name) { cells[name] = cells.count } else { slots[name] = slots.count }
    }
  }

  /// The names of the scope's own variables and of those that it takes from outside, in alphabetical order.
  var names: [(name: String, place: Place)] {
    let own = Array(slots.keys) + (form == .class ? [] : Array(cells.keys)) + captures.map(\.name)
    return own.sorted().map { ($0, place(of: $0)) }
  }

  /// A slot that no name of the program has.
  func temporary() -> Int {
    let name = " \(slots.count)"
    let slot = slots.count
    slots[name] = slot
    return slot
  }

  func place(of name: String) -> Place {
    if isModule || globals.contains(name) { return .global(name) }
    if let slot = slots[name] { return .slot(slot) }
    if form != .class, let cell = cells[name] { return .cell(cell) }
    return placeAround(of: name)
  }

  /// Where a function inside finds a name.
  private func placeInside(of name: String) -> Place {
    guard form == .class else { return place(of: name) }
    return name == Self.className ? .cell(0) : placeAround(of: name)
  }

  /// Where a name is found that isn't the scope's own.
  private func placeAround(of name: String) -> Place {
    if let index = captures.firstIndex(where: { $0.name == name }) { return .captured(index) }
    guard let parent, !parent.isModule else { return .global(name) }
    let from = parent.placeInside(of: name)
    if case .global = from { return .global(name) }
    captures.append((name, from))
    return .captured(captures.count - 1)
  }
}

/// The names that statements bind, and those that functions inside use.
struct NameSurvey {
  var bound: Set<String> = []
  var usedInside: Set<String> = []
  var globals: Set<String> = []
  var nonlocals: Set<String> = []
  /// Whether the body itself has `yield`.
  var yields = false
  /// In a comprehension, what `:=` binds: a name of the function around it (PEP 572). Nil elsewhere.
  private(set) var boundOutside: Set<String>?

  init() {}

  /// The names of a comprehension's own scope; the first iterable belongs to the scope around it.
  init(comprehension elements: [ExpressionNode], _ clauses: [ComprehensionClause]) {
    boundOutside = []
    for clause in clauses { bind(clause.target) }
    for clause in clauses.dropFirst() { visit(clause.iterable) }
    for clause in clauses { for condition in clause.conditions { visit(condition) } }
    for element in elements { visit(element) }
  }

  mutating func visit(_ body: [StatementNode]) { for statement in body { visit(statement) } }

  mutating func visit(_ statement: StatementNode) {
    switch statement.kind {
    case .expression(let value): visit(value)
    case .assignment(let targets, let value):
      for target in targets { bind(target) }
      visit(value)
    case .augmentedAssignment(let target, _, let value):
      bind(target)
      visit(value)
    case .annotatedAssignment(let target, _, let value):
      bind(target)
      value.map { visit($0) }
    case .if(let branches, let otherwise):
      for branch in branches {
        visit(branch.test)
        visit(branch.body)
      }
      visit(otherwise ?? [])
    case .while(let test, let body, let otherwise):
      visit(test)
      visit(body)
      visit(otherwise ?? [])
    case .for(let target, let iterable, let body, let otherwise):
      bind(target)
      visit(iterable)
      visit(body)
      visit(otherwise ?? [])
    case .function(let definition):
      bound.insert(definition.name.text)
      for decorator in definition.decorators { visit(decorator) }
      for value in definition.parameters.all.compactMap(\.defaultValue) { visit(value) }
      var inner = NameSurvey()
      inner.visit(definition.body)
      inner.bound.formUnion(definition.parameters.all.map(\.name.text))
      absorb(inner, reading: MentionedNames.of(definition.body))
    case .class(let definition):
      bound.insert(definition.name.text)
      for argument in definition.arguments { visit(argument.value) }
      var inner = NameSurvey()
      inner.visit(definition.body)
      // The class's own names hide nothing from its functions.
      inner.bound = []
      absorb(inner, reading: MentionedNames.of(definition.body))
    case .try(let statement):
      visit(statement.body)
      for handler in statement.handlers {
        handler.name.map { _ = bound.insert($0.text) }
        handler.type.map { visit($0) }
        visit(handler.body)
      }
      visit(statement.otherwise ?? [])
      visit(statement.finally ?? [])
    case .with(let items, let body):
      for item in items {
        visit(item.context)
        item.target.map { bind($0) }
      }
      visit(body)
    case .return(let value): value.map { visit($0) }
    case .raise(let value, let cause):
      value.map { visit($0) }
      cause.map { visit($0) }
    case .assert(let test, let message):
      visit(test)
      message.map { visit($0) }
    case .delete(let targets): for target in targets { bind(target) }
    case .global(let names): globals.formUnion(names.map(\.text))
    case .nonlocal(let names): nonlocals.formUnion(names.map(\.text))
    case .import(let names):
      for name in names {
        let first = name.name.text.split(separator: ".").first.map(String.init) ?? ""
        bound.insert(name.alias?.text ?? first)
      }
    case .importFrom(let statement):
      for name in statement.names ?? [] { bound.insert(name.alias?.text ?? name.name.text) }
    case .pass, .break, .continue, .magic: break
    }
  }

  mutating func bind(_ target: ExpressionNode) {
    switch target.kind {
    case .name(let name): bound.insert(name)
    case .tuple(let items), .list(let items): for item in items { bind(item) }
    case .starred(let value): bind(value)
    default: visit(target)
    }
  }

  mutating func visit(_ expression: ExpressionNode) {
    switch expression.kind {
    case .yield, .yieldFrom: yields = true
    default: break
    }
    switch expression.kind {
    case .namedExpression(let name, let value):
      bind([name.text])
      visit(value)
    case .lambda(let parameters, let body):
      for value in parameters.all.compactMap(\.defaultValue) { visit(value) }
      var inner = NameSurvey()
      inner.visit(body)
      inner.bound.formUnion(parameters.all.map(\.name.text))
      absorb(inner, reading: MentionedNames.of(body))
    case .comprehension(_, let element, let clauses): comprehension([element], clauses)
    case .dictionaryComprehension(let key, let value, let clauses):
      comprehension([key, value], clauses)
    default: for child in expression.children { visit(child) }
    }
  }

  private mutating func comprehension(
    _ elements: [ExpressionNode], _ clauses: [ComprehensionClause]
  ) {
    if let first = clauses.first { visit(first.iterable) }
    let inner = NameSurvey(comprehension: elements, clauses)
    let named = inner.boundOutside ?? []
    bind(named)
    var read = named
    for clause in clauses.dropFirst() { read.formUnion(MentionedNames.of(clause.iterable)) }
    for clause in clauses {
      for condition in clause.conditions { read.formUnion(MentionedNames.of(condition)) }
    }
    for element in elements { read.formUnion(MentionedNames.of(element)) }
    absorb(inner, reading: read)
  }

  /// Takes names that `:=` binds.
  private mutating func bind(_ names: Set<String>) {
    if boundOutside == nil { bound.formUnion(names) } else { boundOutside?.formUnion(names) }
  }

  /// What a function inside uses and doesn't bind itself.
  private mutating func absorb(_ inner: NameSurvey, reading names: Set<String>) {
    let own = inner.bound.subtracting(inner.nonlocals).subtracting(inner.globals)
    usedInside.formUnion(names.union(inner.usedInside).union(inner.nonlocals).subtracting(own))
  }
}
