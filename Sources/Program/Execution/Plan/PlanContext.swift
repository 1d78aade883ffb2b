internal import Diagnostics
internal import Networks
internal import Notebooks

/// What is known while a notebook is planned, from the first directive to the last.
struct PlanContext: Sendable {
  /// Parameters by name: defaults of the front matter with the command line's values on top.
  let parameters: [String: OptionValue]
  /// Those that Keras notation can name.
  let arguments: [String: ArgumentValue]
  /// `caderno: data:` of the front matter: names for data sets.
  let dataAliases: [String: String]
  /// Cells in Keras notation, in their order.
  private(set) var cells: [CellSource] = []
  /// The last cell that names a variable, and the variables that cells bound so far.
  private var cellsOfVariables: [String: String] = [:]
  private var bound: Set<String> = []
  private var cellIDs: Set<String> = []
  private var oldSpellings: Set<String> = []
  private(set) var symbols: [String: Symbol] = [:]
  private(set) var published: [String: PublishedValues] = [:]
  /// Names in the order of their definition, all of them and those of each kind.
  private var order: [String] = []
  private var kinds: [Symbol.Kind: [String]] = [:]

  init(parameters: [String: OptionValue] = [:], dataAliases: [String: String] = [:]) {
    self.parameters = parameters
    self.dataAliases = dataAliases
    arguments = parameters.compactMapValues(ArgumentValue.init)
  }

  /// Says what a directive's id stands for from here on.
  mutating func define(
    _ id: String, _ symbol: Symbol, publishing values: PublishedValues = PublishedValues()
  ) {
    let old = symbols.updateValue(symbol, forKey: id)
    if old == nil { order.append(id) }
    // A directive defines its own id alone, so an earlier meaning of it is the last of its kind.
    if let old, let place = kinds[old.kind]?.lastIndex(of: id) {
      kinds[old.kind]?.remove(at: place)
    }
    kinds[symbol.kind, default: []].append(id)
    published[id] = values
  }

  /// Says that parameters which are numbers can be named, as `params.epocas`; a directive of that name
  /// hides them.
  mutating func defineParameters() {
    let numbers = parameters.filter { RecordedValues.number($0.value) != nil }
    guard !numbers.isEmpty else { return }
    let names = PublishedValues(scalars: Set(numbers.keys))
    define(RecordedValues.parameters, .other, publishing: names)
  }

  /// Whether an old spelling stands for the first time; it is known from here on.
  mutating func isNew(_ spelling: OldSpelling) -> Bool {
    oldSpellings.insert(spelling.written).inserted
  }

  /// Adds a cell behind all others.
  mutating func add(_ cell: CellSource) {
    cells.append(cell)
    cellIDs.insert(cell.id)
    bound.formUnion(cell.bound)
    if cell.names.contains("*") { bound.insert("*") }
    for name in variables(of: cell) { cellsOfVariables[name] = cell.id }
  }

  /// The last cell that names a variable, where another cell was asked for it.
  func cell(of variable: String, insteadOf id: String) -> String? {
    cellIDs.contains(id) ? cellsOfVariables[variable] : nil
  }

  /// The variables that a cell names; others may change without its key.
  func variables(of cell: CellSource) -> Set<String> {
    let names = cell.names.subtracting(["*", "import"])
    if bound.contains("*") { return names }
    return names.filter { bound.contains($0) || parameters[$0] != nil }
  }

  /// Marks a name as one that depends on something broken, unless it is known already.
  mutating func defineUnusable(_ id: String) { define(id, .unusable) }

  /// Replaces what is known of a model, as compiling it does.
  mutating func update(_ id: String, _ facts: ModelFacts) { symbols[id] = .model(facts) }

  /// The names that stand for something of a kind, in the order of definition.
  func names(of kind: Symbol.Kind) -> [String] { kinds[kind] ?? [] }

  /// The latest names that can be meant, in the order of definition: enough to suggest one.
  var usableNames: [String] {
    order.suffix(Candidates.most).filter { symbols[$0]?.kind != .unusable }
  }
}
