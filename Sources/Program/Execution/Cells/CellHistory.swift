internal import PythonRuntime
internal import PythonSyntax

/// What Jupyter keeps of the cells that ran: `_`, `__`, `___`, `_1`, `Out`, `In`, `_i`, `_i1`.
struct CellHistory {
  /// The last three values that were shown, the newest first, and those that the variables got.
  private var last: [Value] = [.string(""), .string(""), .string("")]
  private var given: [Value] = [.string(""), .string(""), .string("")]
  /// The last three cells, the newest first.
  private var sources = ["", "", ""]
  private let values = DictObject()
  private let inputs = ListObject([.string("")])
  private let globals: Globals
  private let machine: Machine

  private static let underscores = ["_", "__", "___"]

  init(_ globals: Globals, _ machine: Machine) {
    (self.globals, self.machine) = (globals, machine)
    for name in Self.underscores + ["_i", "_ii", "_iii"] { globals[name] = .string("") }
    for name in ["Out", "_oh"] { globals[name] = .object(values) }
    for name in ["In", "_ih"] { globals[name] = .object(inputs) }
  }

  /// A cell is about to run.
  ///
  /// - Parameter count: its execution count; tasks between that are no cells have one too.
  mutating func begin(_ source: String, count: Int) {
    while inputs.items.count < count { inputs.items.append(.string("")) }
    inputs.items.append(.string(source))
    for (name, text) in zip(["_i", "_ii", "_iii"], sources) { globals[name] = .string(text) }
    sources = [source] + sources.dropLast()
    globals["_i\(count)"] = .string(source)
  }

  /// A cell's value is shown, as IPython's display hook keeps it: a program that gave one of the names
  /// another value keeps that.
  mutating func show(_ value: Value, count: Int) throws(PyError) {
    if case .object(let object) = value, object === values { return }
    let isOwn = zip(Self.underscores, given).allSatisfy { name, given in
      globals[name].map { isSame($0, given) } ?? true
    }
    last = [value] + last.dropLast()
    if isOwn {
      given = last
      for (name, value) in zip(Self.underscores, last) { globals[name] = value }
    }
    globals["_\(count)"] = value
    try values.set(.int(count), value, machine)
  }

  /// Floats are no objects here: two with the same bits are the same.
  private func isSame(_ a: Value, _ b: Value) -> Bool {
    if case .float(let a) = a, case .float(let b) = b { return a.bitPattern == b.bitPattern }
    return machine.isIdentical(a, b)
  }
}

extension CellHistory {
  /// Names that are there before the first cell and tie no cells together.
  static let givenNames: Set<String> = ["display"]

  private static let fixed: Set<String> = [
    "_", "__", "___", "Out", "In", "_oh", "_ih", "_i", "_ii", "_iii",
  ]

  /// The names that cells mention.
  static func names(in cells: [CellSource]) -> Set<String> {
    fixed.union(cells.flatMap { $0.names.filter(isName) })
  }

  private static func isName(_ name: String) -> Bool {
    if fixed.contains(name) { return true }
    guard name.hasPrefix("_") else { return false }
    let digits = name.dropFirst(name.hasPrefix("_i") ? 2 : 1)
    return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether a cell reads one of the names: what it gives then depends on all cells before it.
  static func isRead(in module: Module) -> Bool { module.body.contains(where: reads) }

  private static func reads(_ statement: StatementNode) -> Bool {
    if statement.bodies.contains(where: { $0.contains(where: reads) }) { return true }
    switch statement.kind {
    case .assignment(let targets, let value): return targets.contains(where: isUsed) || reads(value)
    case .annotatedAssignment(let target, _, let value):
      return isUsed(target) || value.map(reads) ?? false
    case .for(let target, let iterable, _, _): return isUsed(target) || reads(iterable)
    case .with(let items, _):
      return items.contains { reads($0.context) || $0.target.map(isUsed) ?? false }
    default: return statement.expressions.contains(where: reads)
    }
  }

  /// Whether a target reads a name: `_[0] = 1` does, `_ = 1` doesn't.
  private static func isUsed(_ target: ExpressionNode) -> Bool {
    switch target.kind {
    case .name: false
    case .tuple(let items), .list(let items): items.contains(where: isUsed)
    case .starred(let item): isUsed(item)
    default: reads(target)
    }
  }

  /// - Parameter own: variables of comprehensions around, which are none of Jupyter's.
  private static func reads(_ expression: ExpressionNode, _ own: Set<String>) -> Bool {
    switch expression.kind {
    case .name(let name): isName(name) && !own.contains(name)
    case .comprehension(_, let element, let clauses): reads([element], clauses, own)
    case .dictionaryComprehension(let key, let value, let clauses):
      reads([key, value], clauses, own)
    default: expression.children.contains { reads($0, own) }
    }
  }

  private static func reads(_ expression: ExpressionNode) -> Bool { reads(expression, []) }

  private static func reads(
    _ elements: [ExpressionNode], _ clauses: [ComprehensionClause], _ own: Set<String>
  ) -> Bool {
    let inner = clauses.reduce(into: own) { names($1.target, &$0) }
    let parts = elements + clauses.flatMap { [$0.iterable] + $0.conditions }
    return parts.contains { reads($0, inner) }
  }

  private static func names(_ target: ExpressionNode, _ names: inout Set<String>) {
    if case .name(let name) = target.kind { names.insert(name) }
    for child in target.children { self.names(child, &names) }
  }
}
