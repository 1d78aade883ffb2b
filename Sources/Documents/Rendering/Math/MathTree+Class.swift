extension MathTree {
  /// The class by which it keeps its distance; nil for what is no atom, such as spaces.
  var atomClass: MathClass? {
    switch self {
    case .row, .letter, .number, .root, .text, .table, .box, .struck, .reference: .ordinary
    case .symbol(_, let own), .delimiter(_, let own, _): own
    case .function: .function
    case .fraction, .fence: .inner
    case .scripts(let base, _, _, _), .color(let base, _): base.atomClass
    case .accent(let base, let accent): accent.hasLabel ? base.atomClass : .ordinary
    case .style(let base, _, _): base.atomClass
    case .space: nil
    case .phantom(let base, _): base.atomClass
    }
  }

  /// Where its scripts go if no command says.
  var placement: ScriptPlacement {
    switch self {
    case .symbol(_, .largeOperator): .movable
    case .function(_, let hasLimits): hasLimits ? .movable : .beside
    case .accent(_, let accent): accent.hasLabel ? .stacked : .beside
    case .color(let base, _), .style(let base, _, _): base.placement
    default: .beside
    }
  }

  /// The trees that it is made of.
  var children: [MathTree] {
    switch self {
    case .row(let items), .fence(let items): items
    case .fraction(let upper, let lower, _): [upper, lower]
    case .root(let body, let index): [body] + (index.map { [$0] } ?? [])
    case .scripts(let base, let lower, let upper, _): [base] + [lower, upper].compactMap { $0 }
    case .accent(let body, _), .style(let body, _, _), .color(let body, _), .box(let body),
      .struck(let body, _), .phantom(let body, _):
      [body]
    case .table(let table): table.rows.flatMap(\.cells)
    case .letter, .number, .symbol, .function, .delimiter, .text, .space, .reference: []
    }
  }

  /// What the formula and its rows are called.
  var tags: [MathTag] {
    var tags: [MathTag] = []
    if case .table(let table) = self { tags = table.rows.compactMap(\.tag) }
    return tags + children.flatMap(\.tags)
  }

  /// The labels to whose formulas it has links.
  var referenced: [String] {
    if case .reference(let label, _) = self { return [label] }
    return children.flatMap(\.referenced)
  }

  /// Whether there is nothing to see.
  var isEmpty: Bool { if case .row(let items) = self { items.isEmpty } else { false } }
}
