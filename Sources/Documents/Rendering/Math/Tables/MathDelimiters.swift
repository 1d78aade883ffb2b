/// Brackets and what else grows with what stands beside it.
enum MathDelimiters {
  /// What may follow `\left` and its like as one character; a point stands for none.
  static let characters: [Character: String] = [
    "(": "(", ")": ")", "[": "[", "]": "]", "|": "|", "/": "/", "<": "⟨", ">": "⟩", ".": "",
    "⟨": "⟨", "⟩": "⟩", "⌊": "⌊", "⌋": "⌋", "⌈": "⌈", "⌉": "⌉", "‖": "‖",
  ]

  static let table: [String: (sign: String, own: MathClass)] = [
    "{": ("{", .opening), "}": ("}", .closing), "lbrace": ("{", .opening),
    "rbrace": ("}", .closing), "lbrack": ("[", .opening), "rbrack": ("]", .closing),
    "lparen": ("(", .opening), "rparen": (")", .closing), "langle": ("⟨", .opening),
    "rangle": ("⟩", .closing), "lang": ("⟨", .opening), "rang": ("⟩", .closing),
    "lfloor": ("⌊", .opening), "rfloor": ("⌋", .closing), "lceil": ("⌈", .opening),
    "rceil": ("⌉", .closing), "lvert": ("|", .opening), "rvert": ("|", .closing),
    "lVert": ("‖", .opening), "rVert": ("‖", .closing), "vert": ("|", .ordinary),
    "Vert": ("‖", .ordinary), "|": ("‖", .ordinary), "lgroup": ("⟮", .opening),
    "rgroup": ("⟯", .closing), "lmoustache": ("⎰", .opening), "rmoustache": ("⎱", .closing),
    "ulcorner": ("⌜", .opening), "urcorner": ("⌝", .closing), "llcorner": ("⌞", .opening),
    "lrcorner": ("⌟", .closing), "llbracket": ("⟦", .opening), "rrbracket": ("⟧", .closing),
    "backslash": ("\\", .ordinary), "uparrow": ("↑", .relation), "downarrow": ("↓", .relation),
    "updownarrow": ("↕", .relation), "Uparrow": ("⇑", .relation), "Downarrow": ("⇓", .relation),
    "Updownarrow": ("⇕", .relation),
  ]

  /// The sign that a token stands for; nil for what doesn't grow.
  static func sign(of token: TeXToken) -> String? {
    token.character.map { characters[$0] } ?? token.command.flatMap { table[$0]?.sign }
  }

  /// Heights in em.
  static let sizes: [String: (em: Double, own: MathClass)] = {
    var sizes: [String: (Double, MathClass)] = [:]
    let heights = [("big", 1.2), ("Big", 1.8), ("bigg", 2.4), ("Bigg", 3)]
    let classes: [(String, MathClass)] = [
      ("", .ordinary), ("l", .opening), ("m", .relation), ("r", .closing),
    ]
    for (name, height) in heights {
      for (ending, own) in classes { sizes[name + ending] = (height, own) }
    }
    return sizes
  }()
}
