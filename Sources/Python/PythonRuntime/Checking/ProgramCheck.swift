package import PythonSyntax

/// Looks a whole program through before it runs: modules, functions, arguments and attributes that
/// can be known to be missing.
///
/// It follows what names stand for as far as that is certain, and says nothing where it isn't.
package struct ProgramCheck {
  let machine: Machine
  /// What global names stand for at this place.
  var globals: [String: Known] = [:]
  /// Names that the program binds anywhere.
  let bound: Set<String>
  /// Names that are bound in one place only: what functions may rely on.
  let stable: Set<String>
  /// Names that are read anywhere, and attributes that the program sets itself.
  let mentioned: Set<String>
  let ownAttributes: Set<String>
  /// Names of functions and comprehensions around this place.
  var locals: [Set<String>] = []
  /// Inside of functions nothing is certain to run, inside of `try` errors may be caught.
  var functionDepth = 0
  /// A lambda is often handed to a function that catches what goes wrong in it.
  var lambdaDepth = 0
  var guardDepth = 0
  private var findings: [CheckFinding] = []
  private var reported: Set<CheckFinding> = []
  /// What the branch around this place bound anew: what each name stood for before it.
  private var rebound: [[String: Known?]] = []
  /// The names that somebody may have meant.
  let namesToSuggest: [String]

  /// - Parameters:
  ///   - machine: has the modules that the program can import.
  ///   - cells: the whole program, for names that later cells bind.
  ///   - given: global names that a host binds before the first cell.
  package init(_ machine: Machine, cells: [Module], given: Set<String> = []) {
    self.machine = machine
    var counts: [String: Int] = [:]
    for cell in cells { for statement in cell.body { Self.count(statement, &counts) } }
    var (names, attributes) = (Set<String>(), Set<String>())
    for cell in cells {
      for statement in cell.body { Self.collect(statement, &names, &attributes) }
    }
    (mentioned, ownAttributes) = (names, attributes)
    bound = given.union(counts.keys)
    stable = Set(counts.filter { $0.value == 1 }.keys)
    for name in given { globals[name] = .unknown }
    namesToSuggest = machine.builtins.keys.sorted() + bound.sorted()
  }

  /// What is wrong in the next cell.
  package mutating func findings(in cell: Module) -> [CheckFinding] {
    (findings, reported) = ([], [])
    check(cell.body)
    return NamingRules.findings(in: cell) + PlacementRules.findings(in: cell)
      + DeclarationRules.findings(in: cell) + findings
  }

  /// How often a statement binds each global name; functions count what they declare global.
  private static func count(_ statement: StatementNode, _ counts: inout [String: Int]) {
    var survey = NameSurvey()
    survey.visit(statement)
    for name in survey.bound { counts[name, default: 0] += 1 }
    for body in statement.bodies { for inner in body { globals(inner, &counts) } }
    if case .importFrom(let statement) = statement.kind, statement.names == nil {
      counts["*", default: 0] += 1
    }
  }

  private static func collect(
    _ statement: StatementNode, _ names: inout Set<String>, _ attributes: inout Set<String>
  ) {
    if case .assignment(let targets, _) = statement.kind {
      for target in targets {
        if case .attribute(_, let name) = target.kind { attributes.insert(name.text) }
      }
    }
    for expression in statement.expressions { names.formUnion(MentionedNames.of(expression)) }
    for body in statement.bodies { for inner in body { collect(inner, &names, &attributes) } }
  }

  private static func globals(_ statement: StatementNode, _ counts: inout [String: Int]) {
    if case .global(let names) = statement.kind {
      for name in names { counts[name.text, default: 0] += 2 }
    }
    for body in statement.bodies { for inner in body { globals(inner, &counts) } }
  }

  // MARK: Statements

  mutating func check(_ body: [StatementNode]) { for statement in body { check(statement) } }

  private mutating func check(_ statement: StatementNode) {
    switch statement.kind {
    case .import(let names): for name in names { importModule(name) }
    case .importFrom(let statement): importNames(statement)
    case .assignment(let targets, let value):
      let known = known(value)
      for target in targets { assign(target, known) }
    case .function(let definition): define(definition)
    case .class(let definition): define(definition)
    case .if(let branches, let otherwise):
      for branch in branches {
        _ = known(branch.test)
        branchOff(branch.body)
      }
      branchOff(otherwise ?? [])
    case .for(let target, let iterable, let body, let otherwise):
      assign(target, known(iterable).item)
      branchOff(body)
      branchOff(otherwise ?? [])
    case .while(let test, let body, let otherwise):
      _ = known(test)
      branchOff(body)
      branchOff(otherwise ?? [])
    case .try(let statement): attempt(statement)
    case .with(let items, let body):
      for item in items {
        _ = known(item.context)
        item.target.map { assign($0, .unknown) }
      }
      check(body)
    case .augmentedAssignment(let target, _, let value):
      assign(target, .combined([known(target), known(value)]))
    default:
      for expression in statement.expressions { _ = known(expression) }
      for body in statement.bodies { branchOff(body) }
    }
  }

  /// A body that may not run: what it binds is certain only where it was so before.
  private mutating func branchOff(_ body: [StatementNode]) {
    rebound.append([:])
    check(body)
    for (name, old) in rebound.removeLast() {
      if let old, let known = globals[name], !old.isSame(as: known) { globals[name] = .unknown }
      note(name, old)
    }
  }

  /// Says what a global name stands for from here on.
  mutating func set(_ name: String, _ known: Known) {
    let old = globals.updateValue(known, forKey: name)
    note(name, old)
  }

  /// Keeps what a name stood for before the branch around this place.
  private mutating func note(_ name: String, _ old: Known?) {
    guard let branch = rebound.indices.last, rebound[branch][name] == nil else { return }
    rebound[branch][name] = .some(old)
  }

  /// What `except` may catch is not reported.
  private mutating func attempt(_ statement: TryStatement) {
    guardDepth += 1
    branchOff(statement.body)
    for handler in statement.handlers {
      if let name = handler.name { set(name.text, .unknown) }
      branchOff(handler.body)
    }
    branchOff(statement.otherwise ?? [])
    guardDepth -= 1
    branchOff(statement.finally ?? [])
  }

  private mutating func define(_ definition: FunctionDefinition) {
    for decorator in definition.decorators { _ = known(decorator) }
    for value in definition.parameters.all.compactMap(\.defaultValue) { _ = known(value) }
    bind(definition.name.text, .unknown)
    var survey = NameSurvey()
    survey.visit(definition.body)
    let own = survey.bound.subtracting(survey.globals)
      .union(definition.parameters.all.map(\.name.text))
    // What nobody calls can't fail.
    let isUnused = locals.isEmpty && !mentioned.contains(definition.name.text)
    guardDepth += isUnused ? 1 : 0
    inside(own) { $0.check(definition.body) }
    guardDepth -= isUnused ? 1 : 0
  }

  private mutating func define(_ definition: ClassDefinition) {
    for argument in definition.arguments { _ = known(argument.value) }
    bind(definition.name.text, .unknown)
    var survey = NameSurvey()
    survey.visit(definition.body)
    inside(survey.bound) { $0.check(definition.body) }
  }

  mutating func inside(_ names: Set<String>, _ body: (inout ProgramCheck) -> Void) {
    locals.append(names)
    functionDepth += 1
    body(&self)
    functionDepth -= 1
    locals.removeLast()
  }

  // MARK: Names

  mutating func assign(_ target: ExpressionNode, _ known: Known) {
    switch target.kind {
    case .name(let name): bind(name, known)
    case .tuple(let targets), .list(let targets): assign(targets, known)
    case .starred(let value): assign(value, .unknown)
    case .attribute(let object, _):
      // An object that gets attributes of the program's own isn't known any more.
      _ = self.known(object)
      if case .name(let name) = object.kind, case .instance? = globals[name] {
        set(name, .unknown)
      }
    default: _ = self.known(target)
    }
  }

  /// Gives each of several names its part of a value.
  private mutating func assign(_ targets: [ExpressionNode], _ known: Known) {
    let isPlain = !targets.contains { if case .starred = $0.kind { true } else { false } }
    if case .tuple(let parts) = known, parts.count == targets.count, isPlain {
      for (target, part) in zip(targets, parts) { assign(target, part) }
    } else {
      for target in targets { assign(target, isPlain ? known.item : .unknown) }
    }
  }

  func isLocal(_ name: String) -> Bool { locals.contains { $0.contains(name) } }

  mutating func bind(_ name: String, _ known: Known) {
    if !isLocal(name) { set(name, known) }
  }

  mutating func report(_ finding: CheckFinding) {
    if guardDepth == 0, reported.insert(finding).inserted { findings.append(finding) }
  }
}
