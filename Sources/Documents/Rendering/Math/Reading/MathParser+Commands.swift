extension MathParser {
  /// What a command and its arguments make, behind the command itself.
  mutating func read(_ command: MathCommand, _ token: TeXToken) throws(MathProblem) -> MathTree {
    switch command {
    case .fraction(let hasRule, let brackets):
      let upper = try argument(of: token)
      let lower = try argument(of: token)
      return Self.fenced(.fraction(upper, lower, hasRule: hasRule), brackets)
    case .genericFraction: return try genericFraction(token)
    case .root:
      let index = try optionalArgument()
      return .root(try argument(of: token), index: index)
    case .fence: return try between(token)
    case .negation: return try negated(token)
    case .function(let hasLimits): return .function(try name(of: token), hasLimits: hasLimits)
    case .over:
      let upper = try argument(of: token)
      return .scripts(
        try argument(of: token, keepsClass: true), lower: nil, upper: upper, .stacked)
    case .under:
      let lower = try argument(of: token)
      return .scripts(
        try argument(of: token, keepsClass: true), lower: lower, upper: nil, .stacked)
    case .arrow(let sign): return try arrow(sign, token)
    case .color:
      let color = try color(of: token)
      return .color(try argument(of: token), color)
    case .box: return .box(.style(try argument(of: token), isDisplay: true, level: 0))
    case .textBox: return .box(try text(.standard, of: token))
    case .strike(let strike): return .struck(try argument(of: token), strike)
    case .phantom(let phantom): return .phantom(try argument(of: token), phantom)
    case .lines: return try linesInBraces()
    case .sign(let own): return try argument(of: token, keepsClass: true).asSign(own)
    case .dots: return .symbol(try isBetweenOperators() ? "⋯" : "…", .inner)
    case .reference(let inParentheses):
      return .reference(try stream.word(of: token), inParentheses: inParentheses)
    case .space:
      guard let width = MathSpaces.ems(of: try length(of: token)) else {
        throw MathProblem(.badArgument(of: token.source), at: token.range)
      }
      return .space(width)
    }
  }

  /// Whether an operator or a relation comes next.
  private mutating func isBetweenOperators() throws(MathProblem) -> Bool {
    guard let token = try stream.peek() else { return false }
    let own: MathClass? =
      switch token.kind {
      case .command(let name): MathSymbols.table[name]?.own
      case .character("-"), .character("*"): .binary
      case .character(let character): MathSymbols.classes[String(character)]
      }
    return own.map { [.binary, .relation, .largeOperator, .integral].contains($0) } ?? false
  }

  /// A length in braces or, as TeX has it, without.
  private mutating func length(of token: TeXToken) throws(MathProblem) -> String {
    stream.skipBlanks()
    if stream.raw?.character == "{" { return try stream.word(of: token) }
    var length = ""
    while let next = stream.raw?.character, next.isNumber || next == "." || next == "-" {
      length.append(next)
      stream.advance()
    }
    stream.skipBlanks()
    for _ in 0..<2 {
      guard let letter = stream.raw?.character, letter.isLetter else { break }
      length.append(letter)
      stream.advance()
    }
    return length
  }

  private mutating func linesInBraces() throws(MathProblem) -> MathTree {
    try stream.expect("{")
    var table = MathTable(kind: .small)
    try readRows(&table, MathEnvironments.Kind())
    try stream.expect("}")
    return .table(table)
  }

  private mutating func arrow(_ sign: String, _ token: TeXToken) throws(MathProblem) -> MathTree {
    let lower = try optionalArgument()
    let upper = try argument(of: token)
    return .scripts(
      .delimiter(sign, .relation, .stretchy), lower: lower.map(Self.spaced),
      upper: upper.isEmpty && lower != nil ? nil : Self.spaced(upper), .stacked)
  }

  /// So that an arrow is longer than its words.
  private static func spaced(_ words: MathTree) -> MathTree {
    .row([.space(0.278), words, .space(0.278)])
  }
}

extension MathParser {
  /// `\left … \middle … \right`.
  private mutating func between(_ left: TeXToken) throws(MathProblem) -> MathTree {
    var items: [MathTree] = [.delimiter(try delimiter(after: left), .opening, .stretchy)]
    while true {
      let part = try row()
      if case .row(let parts) = part { items += parts } else { items.append(part) }
      guard let token = try stream.peek(), let name = token.command,
        name == "middle" || name == "right"
      else { throw MathProblem(.missing("\\right"), at: left.range) }
      stream.advance()
      let sign = try delimiter(after: token)
      items.append(.delimiter(sign, name == "right" ? .closing : .relation, .stretchy))
      if name == "right" { return .fence(items) }
    }
  }

  /// A sign with a stroke through it.
  private mutating func negated(_ token: TeXToken) throws(MathProblem) -> MathTree {
    let base = try argument(of: token, keepsClass: true)
    guard case .symbol(let sign, let own) = base, own == .relation else {
      throw MathProblem(.badArgument(of: "\\not"), at: token.range)
    }
    return .symbol(MathSymbols.negated[sign] ?? sign + "\u{338}", own)
  }

  /// The name of a function: letters, digits and thin spaces.
  private mutating func name(of token: TeXToken) throws(MathProblem) -> String {
    var name = ""
    for piece in try stream.argument(of: token) {
      switch piece.kind {
      case .character(let character):
        guard character.isLetter || character.isNumber || "-*'./() ".contains(character) else {
          throw MathProblem(.badArgument(of: token.source), at: piece.range)
        }
        if character != " " { name.append(character) }
      case .command(let command):
        guard let word = MathTexts.inNames[command] else {
          throw MathProblem(.badArgument(of: token.source), at: piece.range)
        }
        name += word
      }
    }
    guard !name.isEmpty else { throw MathProblem(.badArgument(of: token.source), at: token.range) }
    return name
  }
}

extension MathTree {
  /// With another class, where it is one sign or one word.
  fileprivate func asSign(_ own: MathClass) -> MathTree {
    switch self {
    case .symbol(let sign, _), .delimiter(let sign, _, _): .symbol(sign, own)
    case .function(let word, _): .function(word, hasLimits: true)
    case .row, .letter, .text:
      if own == .function, let word { .function(word, hasLimits: true) } else { self }
    default: self
    }
  }

  /// The letters of a word; nil where there is anything else.
  private var word: String? {
    switch self {
    case .letter(let letter, _): return letter
    case .text(let words, _): return words
    case .space: return "\u{2009}"
    case .row(let items):
      let parts = items.compactMap(\.word)
      return parts.count == items.count ? parts.joined() : nil
    default: return nil
    }
  }
}
