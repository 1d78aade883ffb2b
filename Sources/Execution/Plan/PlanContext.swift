internal import Diagnostics
internal import Notebooks

/// What is known while a notebook is planned, from the first directive to the last.
struct PlanContext: Sendable {
  /// Parameters by name: defaults of the front matter with the command line's values on top.
  let parameters: [String: OptionValue]
  /// `caderno: data:` of the front matter: names for data sets.
  let dataAliases: [String: String]
  /// Cells in Keras notation, in their order.
  var cells: [CellSource] = []
  private(set) var symbols: [String: Symbol] = [:]
  private(set) var published: [String: PublishedValues] = [:]
  /// Names in the order of their definition.
  private(set) var order: [String] = []

  init(parameters: [String: OptionValue], dataAliases: [String: String]) {
    self.parameters = parameters
    self.dataAliases = dataAliases
  }

  /// Says what a directive's id stands for from here on.
  mutating func define(
    _ id: String, _ symbol: Symbol, publishing values: PublishedValues = PublishedValues()
  ) {
    if symbols[id] == nil { order.append(id) }
    symbols[id] = symbol
    published[id] = values
  }

  /// Marks a name as one that depends on something broken, unless it is known already.
  mutating func defineUnusable(_ id: String) { define(id, .unusable) }

  /// Replaces what is known of a model, as compiling it does.
  mutating func update(_ id: String, _ facts: ModelFacts) { symbols[id] = .model(facts) }

  /// The names whose symbol satisfies a condition, in the order of definition.
  func names(where condition: (Symbol) -> Bool) -> [String] {
    order.filter { symbols[$0].map(condition) ?? false }
  }
}
