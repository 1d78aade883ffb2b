/// Commands that set letters in one of the mathematical alphabets.
enum MathFonts {
  /// For their argument.
  static let table: [String: MathFont] = [
    "mathrm": .upright, "mathup": .upright, "mathnormal": .standard, "mathit": .italic,
    "mathbf": .bold, "mathbfit": .boldItalic, "boldsymbol": .boldItalic, "bm": .boldItalic,
    "pmb": .boldItalic, "mathbb": .doubleStruck, "Bbb": .doubleStruck, "mathcal": .script,
    "mathscr": .script, "mathfrak": .fraktur, "frak": .fraktur, "mathsf": .sansSerif,
    "mathtt": .monospace,
  ]

  /// For the rest of their group.
  static let switches: [String: MathFont] = [
    "rm": .upright, "it": .italic, "bf": .bold, "cal": .script, "sf": .sansSerif,
    "tt": .monospace,
  ]
}

/// Commands that change TeX's style for the rest of their group, and where scripts stand.
enum MathStyles {
  static let table: [String: (isDisplay: Bool, level: Int?)] = [
    "displaystyle": (true, 0), "textstyle": (false, 0), "scriptstyle": (false, 1),
    "scriptscriptstyle": (false, 2),
  ]

  static let limits: [String: ScriptPlacement] = [
    "limits": .stacked, "nolimits": .beside, "displaylimits": .movable,
  ]
}

/// TeX's fractions in the midst of their group: whether they have a rule, and their brackets.
enum MathFractions {
  struct Brackets: Sendable {
    let left: String
    let right: String

    init(_ left: String, _ right: String) { (self.left, self.right) = (left, right) }
  }

  static let infix: [String: (hasRule: Bool, Brackets?)] = [
    "over": (true, nil), "atop": (false, nil), "choose": (false, Brackets("(", ")")),
    "brack": (false, Brackets("[", "]")), "brace": (false, Brackets("{", "}")),
  ]
}

/// Widths in em.
enum MathSpaces {
  static let table: [String: Double] = [
    ",": 0.167, "thinspace": 0.167, ":": 0.222, ">": 0.222, "medspace": 0.222, ";": 0.278,
    "thickspace": 0.278, "enspace": 0.5, "quad": 1, "qquad": 2, " ": 0.333, "nobreakspace": 0.333,
    "space": 0.333, "!": -0.167, "negthinspace": -0.167, "allowbreak": 0, "nobreak": 0,
  ]

  /// A length such as `2em` or `18mu` in em; nil for other units and for lengths below nothing.
  static func ems(of length: String) -> Double? {
    let word = length.filter { $0 != " " }
    guard word.utf8.count <= 16 else { return nil }
    for (unit, scale) in [("em", 1), ("mu", 1.0 / 18), ("ex", 0.43), ("pt", 0.1)] {
      guard word.hasSuffix(unit), let number = Double(word.dropLast(unit.count)),
        0...100 ~= number
      else { continue }
      return (number * scale * 1000).rounded() / 1000
    }
    return nil
  }
}

/// Words in formulas.
enum MathTexts {
  static let fonts: [String: TextFont] = [
    "text": .standard, "textrm": .standard, "textnormal": .standard, "textup": .standard,
    "mbox": .standard, "hbox": .standard, "textmd": .standard, "textbf": .bold, "textit": .italic,
    "emph": .italic, "textsl": .italic, "textsf": .sansSerif, "texttt": .monospace,
  ]

  /// What commands among words stand for.
  static let commands: [String: String] = [
    " ": "\u{A0}", ",": "\u{2009}", ":": "\u{2005}", ";": "\u{2004}", "!": "", "quad": "\u{2003}",
    "qquad": "\u{2003}\u{2003}", "%": "%", "$": "$", "#": "#", "&": "&", "_": "_", "{": "{",
    "}": "}", "ldots": "…", "dots": "…", "textbackslash": "\\", "textasciitilde": "~",
    "textunderscore": "_", "S": "§", "P": "¶", "copyright": "©", "pounds": "£",
  ]

  /// What commands in the names of functions stand for.
  static let inNames: [String: String] = [
    ",": "\u{2009}", " ": " ", ":": "\u{2009}", ";": " ", "_": "_", "!": "", "quad": "\u{2003}",
  ]
}
