/// A formula as a tree: what its pieces are, not how they are drawn.
indirect enum MathTree: Hashable, Sendable {
  case row([MathTree])
  /// A pair of brackets that grow with what they hold, and that.
  case fence([MathTree])
  case letter(String, MathFont)
  case number(String, MathFont)
  /// A sign with TeX's class of it, which says how far it keeps from others.
  case symbol(String, MathClass)
  /// A word such as `sin`; whether scripts of displayed formulas stand below and above it.
  case function(String, hasLimits: Bool)
  /// A bracket or the like as high as `size` says.
  case delimiter(String, MathClass, DelimiterSize)
  case text(String, TextFont)
  /// A width in em.
  case space(Double)
  case fraction(MathTree, MathTree, hasRule: Bool)
  case root(MathTree, index: MathTree?)
  case scripts(MathTree, lower: MathTree?, upper: MathTree?, ScriptPlacement)
  case accent(MathTree, MathAccent)
  case table(MathTable)
  /// Something in another of TeX's styles: whether fractions and limits are as in a displayed formula, and how
  /// many times letters were made smaller; nil for as many times as before.
  case style(MathTree, isDisplay: Bool, level: Int?)
  case color(MathTree, String)
  case box(MathTree)
  case struck(MathTree, Strike)
  case phantom(MathTree, Phantom)
  /// The number of the formula with a label.
  case reference(String, inParentheses: Bool)
}

/// TeX's classes of atoms (The TeXbook, chapter 17). Words of functions have one of their own.
enum MathClass: Int, Hashable, Comparable, Sendable {
  case relation, binary, largeOperator, integral, opening, closing, punctuation, inner, function
  case ordinary

  static func < (left: MathClass, right: MathClass) -> Bool { left.rawValue < right.rawValue }
}

/// Where scripts stand.
enum ScriptPlacement: Hashable, Sendable {
  case beside
  /// Below and above.
  case stacked
  /// Below and above in displayed formulas, else beside.
  case movable
}

/// How high a delimiter is.
enum DelimiterSize: Hashable, Sendable {
  /// As high as what stands beside it.
  case stretchy
  /// In em.
  case fixed(Double)
}

/// The mathematical alphabets.
enum MathFont: Hashable, Sendable {
  /// No command asked for one: TeX's italics, and upright capital Greek.
  case standard
  case upright, bold, italic, boldItalic, doubleStruck, script, fraktur, sansSerif, monospace
}

/// What words in a formula look like.
enum TextFont: String, Hashable, Sendable {
  case standard = ""
  case bold = "m-bf"
  case italic = "m-it"
  case sansSerif = "m-sf"
  case monospace = "m-tt"
}

/// What stands close above or below something.
struct MathAccent: Hashable, Sendable {
  var mark: String
  var isBelow = false
  /// Whether it is as wide as what it belongs to.
  var isStretchy = false
  /// Whether it is a line, which style sheets draw: not all fonts have lines of all widths.
  var isLine = false
  /// Whether scripts of it are labels, as those of braces.
  var hasLabel = false
}

/// Which lines go through something, by the class of the style sheet that draws them.
enum Strike: String, Hashable, Sendable {
  case up = "m-su"
  case down = "m-sd"
  case both = "m-sx"
}

/// Which of its extents something that isn't shown keeps.
enum Phantom: Hashable, Sendable {
  case all, width, height
  /// Shown, without a height.
  case smash
}

/// Cells in rows and columns.
struct MathTable: Hashable, Sendable {
  enum Alignment: String, Hashable, Sendable { case left, center, right }

  enum Kind: String, Hashable, Sendable {
    case plain = ""
    case aligned = "m-al"
    case cases = "m-ca"
    case small = "m-sm"
    /// The first row to the left, the last one to the right.
    case staggered = "m-ml"
  }

  /// A line between rows.
  struct Rule: Hashable, Sendable {
    var isWhole = false
    /// The columns that it is at.
    var columns: Set<Int> = []

    var isDrawn: Bool { isWhole || !columns.isEmpty }
    func isAt(_ column: Int) -> Bool { isWhole || columns.contains(column) }
  }

  struct Row: Hashable, Sendable {
    var cells: [MathTree] = []
    var ruleAbove = Rule()
    var tag: MathTag?
  }

  var kind = Kind.plain
  var isDisplay = false
  var rows: [Row] = []
  /// Of the columns in turn; the last two go on for further ones where `repeats`.
  var alignments: [Alignment] = [.center]
  /// Columns with a rule on their left; the number of columns stands for one on the right of the last.
  var rules: Set<Int> = []
  /// Edges of columns, counted as those, where nothing parts what stands beside them.
  var joints: Set<Int> = []
  var ruleBelow = Rule()

  func alignment(ofColumn column: Int, row: Int) -> Alignment {
    guard kind == .staggered, rows.count > 1 else { return alignments[column % alignments.count] }
    return row == 0 ? .left : row == rows.count - 1 ? .right : .center
  }
}

/// What a formula is called.
struct MathTag: Hashable, Sendable {
  /// With its brackets.
  var text: String
  var label: String?
}
