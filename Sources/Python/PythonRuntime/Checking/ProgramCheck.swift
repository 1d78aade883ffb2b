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
  /// Names that are read anywhere, and attributes that the program sets itself or asks for with `hasattr`.
  let mentioned: Set<String>
  let ownAttributes: Set<String>
  /// Names of functions and comprehensions around this place.
  var locals: [Set<String>] = []
  /// Inside of functions nothing is certain to run, inside of `try` errors may be caught.
  var functionDepth = 0
  /// A lambda is often handed to a function that catches what goes wrong in it.
  var lambdaDepth = 0
  var guardDepth = 0
  /// Inside of branches and loops something may not run, or more than once.
  var doubts = 0
  /// Nothing is certain from here on.
  var isLost = false
  /// The calls of the program's functions around this place: where those stand that lead into another cell.
  var following: [Range<Int>?] = []
  /// How many calls and turns of loops were followed in this cell, and the cell's number.
  var followedCount = 0
  /// What the function around this place has returned, and whether it may have.
  var returned: Known?
  var mayHaveReturned = false
  private(set) var cellNumber = 0
  /// Global names that stand in the program's functions that hosts were handed.
  var namesInFunctions: Set<String> = []
  /// Objects that were made before the program runs and that something else may change.
  var forgotten: [ObjectIdentifier: Object] = [:]
  /// What the program's functions may change.
  private let effects: FunctionEffects
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
    effects = FunctionEffects(cells)
    bound = given.union(counts.keys)
    stable = Set(counts.filter { $0.value == 1 }.keys)
    for name in given { globals[name] = .unknown }
    namesToSuggest = machine.builtins.keys.sorted() + bound.sorted()
  }

  /// What is wrong in the next cell.
  package mutating func findings(in cell: Module) -> [CheckFinding] {
    (findings, reported, followedCount) = ([], [], 0)
    cellNumber += 1
    machine.collecting { check(cell.body) }
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
    for expression in statement.expressions {
      names.formUnion(MentionedNames.of(expression))
      expression.collectAsked(&attributes)
    }
    for body in statement.bodies { for inner in body { collect(inner, &names, &attributes) } }
  }

  private static func globals(_ statement: StatementNode, _ counts: inout [String: Int]) {
    if case .global(let names) = statement.kind {
      for name in names { counts[name.text, default: 0] += 2 }
    }
    for body in statement.bodies { for inner in body { globals(inner, &counts) } }
  }

  // MARK: Statements

  mutating func check(_ body: [StatementNode]) {
    for statement in body where returned == nil { check(statement) }
  }

  private mutating func check(_ statement: StatementNode) {
    switch statement.kind {
    case .import(let names): for name in names { importModule(name) }
    case .importFrom(let statement): importNames(statement)
    case .assignment(let targets, let value):
      let known = known(value)
      for target in targets { assign(target, known) }
      if targets.contains(where: \.isSubscript) {
        letGo(known)
        changeNumbers()
      }
    case .function(let definition): define(definition)
    case .class(let definition): define(definition)
    case .if(let branches, let otherwise): branch(branches, otherwise ?? [])
    case .for(let target, let iterable, let body, let otherwise):
      loop(target, iterable, body, otherwise ?? [])
    case .return(let value): leave(with: value)
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
    case .augmentedAssignment(let target, let symbol, let value):
      assign(target, .combined(known(target), symbol, known(value), machine))
      changeNumbers()
    case .raise:
      for expression in statement.expressions { _ = known(expression) }
      if isCertain { isLost = true }
    default:
      for expression in statement.expressions { _ = known(expression) }
      for body in statement.bodies { branchOff(body) }
    }
  }

  /// A body that may not run: what it binds is certain only where it was so before.
  mutating func branchOff(_ body: [StatementNode]) {
    rebound.append([:])
    doubting { $0.check(body) }
    for (name, old) in rebound.removeLast() {
      if let known = globals[name] { globals[name] = old?.merged(with: known) ?? known.vague }
      note(name, old)
    }
  }

  /// Says what a global name stands for from here on.
  mutating func set(_ name: String, _ known: Known) {
    let isChanged =
      effects.globals.contains(name) || effects.names.contains(name) && !known.objects.isEmpty
    var kept = isChanged ? known.vague : known.kept
    if effects.setItems, case .array(let type, let array) = kept {
      kept = .array(type, array.unlabelled)
    }
    for list in known.lists { letGo(list) }
    let old = globals.updateValue(kept, forKey: name)
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
    let function = function(
      definition.name.text, definition.parameters, .statements(definition.body),
      isDecorated: !definition.decorators.isEmpty)
    bind(definition.name.text, standing(for: function))
    // What nobody calls can't fail.
    let isUnused = locals.isEmpty && !mentioned.contains(definition.name.text)
    guardDepth += isUnused ? 1 : 0
    inside(function.own) { $0.check(definition.body) }
    guardDepth -= isUnused ? 1 : 0
  }

  private mutating func define(_ definition: ClassDefinition) {
    for argument in definition.arguments {
      guard case .type(let base) = known(argument.value), argument.form == .positional,
        let refused = base.refusedBase, mentioned.contains(definition.name.text)
      else { continue }
      report(.base(refused, argument.value.range))
    }
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

  /// How much was found in this cell.
  var findingCount: Int { findings.count }

  mutating func report(_ finding: CheckFinding) {
    // A function of the program may ask first what it was handed.
    guard guardDepth == 0, following.isEmpty || isCertain else { return }
    let finding = following.lazy.compactMap(\.self).first.map { finding.moved(to: $0) } ?? finding
    if reported.insert(finding).inserted { findings.append(finding) }
  }
}

extension ExpressionNode {
  fileprivate var isSubscript: Bool { if case .subscript = kind { true } else { false } }
}
