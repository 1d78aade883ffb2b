/// What stands between `\begin` and `\end`.
enum MathEnvironments {
  /// What follows the name.
  enum Argument { case none, position, count, columns }

  struct Kind: Sendable {
    var table = MathTable.Kind.plain
    var alignments: [MathTable.Alignment] = [.center]
    var brackets: MathFractions.Brackets?
    var argument = Argument.none
    var isDisplay = false
    /// Whether rows can be named and, where they are, whether they get numbers.
    var hasTags = false
    var isNumbered = false
    /// Whether not each row has a name, but all of them one.
    var hasOneTag = false
    /// Whether a table of one cell is that cell.
    var isFormula = false

    /// The one cell of a table that needs no rows.
    func isLone(_ tree: MathTree) -> MathTree? {
      guard isFormula, case .table(let table) = tree, table.rows.count == 1,
        table.rows[0].cells.count == 1, table.rows[0].tag == nil
      else { return nil }
      return table.rows[0].cells[0]
    }
  }

  static let table: [String: Kind] = [
    "matrix": Kind(), "pmatrix": matrix("(", ")"), "bmatrix": matrix("[", "]"),
    "Bmatrix": matrix("{", "}"), "vmatrix": matrix("|", "|"), "Vmatrix": matrix("‖", "‖"),
    "smallmatrix": Kind(table: .small),
    "cases": cases("{", ""), "rcases": cases("", "}"),
    "dcases": cases("{", "", isDisplay: true), "drcases": cases("", "}", isDisplay: true),
    "array": Kind(argument: .columns), "subarray": Kind(table: .small, argument: .columns),
    "aligned": pairs(argument: .position), "split": pairs(), "alignedat": pairs(argument: .count),
    "align": pairs(hasTags: true, isNumbered: true), "align*": pairs(hasTags: true),
    "alignat": pairs(argument: .count, hasTags: true, isNumbered: true),
    "alignat*": pairs(argument: .count, hasTags: true),
    "eqnarray": triples(isNumbered: true), "eqnarray*": triples(isNumbered: false),
    "gathered": centered(argument: .position),
    "gather": centered(hasTags: true, isNumbered: true), "gather*": centered(hasTags: true),
    "multline": lines(isNumbered: true), "multline*": lines(isNumbered: false),
    "multlined": Kind(table: .staggered, argument: .position, isDisplay: true),
    "equation": centered(hasTags: true, isNumbered: true, isFormula: true),
    "equation*": centered(hasTags: true, isFormula: true),
    "displaymath": centered(hasTags: true, isFormula: true),
    "math": centered(isFormula: true),
  ]

  private static func matrix(_ left: String, _ right: String) -> Kind {
    Kind(brackets: MathFractions.Brackets(left, right))
  }

  private static func cases(_ left: String, _ right: String, isDisplay: Bool = false) -> Kind {
    Kind(
      table: .cases, alignments: [.left], brackets: MathFractions.Brackets(left, right),
      isDisplay: isDisplay)
  }

  private static func pairs(
    argument: Argument = .none, hasTags: Bool = false, isNumbered: Bool = false
  ) -> Kind {
    Kind(
      table: .aligned, alignments: [.right, .left], argument: argument, isDisplay: true,
      hasTags: hasTags, isNumbered: isNumbered)
  }

  private static func triples(isNumbered: Bool) -> Kind {
    Kind(
      alignments: [.right, .center, .left], isDisplay: true, hasTags: true, isNumbered: isNumbered)
  }

  private static func lines(isNumbered: Bool) -> Kind {
    Kind(
      table: .staggered, isDisplay: true, hasTags: true, isNumbered: isNumbered, hasOneTag: true)
  }

  private static func centered(
    argument: Argument = .none, hasTags: Bool = false, isNumbered: Bool = false,
    isFormula: Bool = false
  ) -> Kind {
    Kind(
      argument: argument, isDisplay: true, hasTags: hasTags, isNumbered: isNumbered,
      isFormula: isFormula)
  }
}
