/// A name that the front matter gives to a piece of formulas: `caderno: macros:`.
public struct FormulaMacro: Hashable, Sendable {
  /// The name without its backslash: ASCII letters.
  public let name: String
  /// How many arguments it takes, 0 to 9; nil for as many as its text names.
  public let parameters: Int?
  /// What it stands for, in TeX, with `#1` and so on for its arguments.
  public let text: String
  /// The name's bytes in the notebook.
  public let range: Range<Int>
}
