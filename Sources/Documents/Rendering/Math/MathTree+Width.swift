extension MathTree {
  /// About how wide it is, in em: enough to tell what a narrow screen has no room for.
  var width: Double {
    switch self {
    case .row(let items), .fence(let items): items.reduce(0) { $0 + $1.width }
    case .letter: 0.6
    case .number(let digits, _): 0.5 * Double(digits.count)
    case .symbol(_, .relation): 1.3
    case .symbol(_, .binary), .symbol(_, .largeOperator): 1.2
    case .symbol: 0.5
    case .function(let name, _): 0.55 * Double(name.count) + 0.2
    case .delimiter: 0.4
    case .text(let words, _): 0.5 * Double(words.count)
    case .space(let width): width
    case .fraction(let upper, let lower, _): max(upper.width, lower.width) + 0.2
    case .root(let body, _): body.width + 0.9
    case .scripts(let base, let lower, let upper, .beside):
      base.width + 0.7 * max(lower?.width ?? 0, upper?.width ?? 0)
    case .scripts(let base, let lower, let upper, _):
      max(base.width, 0.7 * max(lower?.width ?? 0, upper?.width ?? 0))
    case .accent(let body, _), .style(let body, _, _), .color(let body, _), .phantom(let body, _):
      body.width
    case .box(let body), .struck(let body, _): body.width + 0.6
    case .table(let table): table.width
    case .reference: 1.5
    }
  }

  /// The formula's only content where that is the number of another one.
  var soleReference: (label: String, inParentheses: Bool)? {
    switch self {
    case .reference(let label, let inParentheses): (label, inParentheses)
    case .row(let items) where items.count == 1: items[0].soleReference
    default: nil
    }
  }
}

extension MathTable {
  /// About how wide it is, in em: its columns, and what keeps them apart.
  fileprivate var width: Double {
    let columns = rows.map(\.cells.count).max() ?? 0
    let widest = (0..<columns).map { column in
      rows.map { column < $0.cells.count ? $0.cells[column].width : 0 }.max() ?? 0
    }
    let tag = rows.compactMap { $0.tag?.text.count }.max() ?? 0
    return widest.reduce(0, +) + (kind == .aligned ? 1 : 0.8) * Double(columns / 2)
      + (tag == 0 ? 0 : 2 * (0.5 * Double(tag) + 1))
  }
}
