/// Reads a formula's tokens into its tree.
struct MathParser {
  var stream: TeXStream
  var font = MathFont.standard
  /// The name and label of the formula, or of the row of it, that is being read.
  var tag = TagReader()
  /// How many formulas and rows had numbers before; nil where none are counted.
  var count: Int?
  private var depth = 0

  private static let deepest = 32

  init(_ source: String, macros: [String: TeXMacro], count: Int?) throws(MathProblem) {
    stream = try TeXStream(source, macros: macros)
    self.count = count
  }

  /// The whole formula.
  mutating func formula() throws(MathProblem) -> MathTree {
    let tree = try lines()
    if let token = try stream.peek() {
      throw MathProblem(.unexpected(token.source), at: token.range)
    }
    guard let tag = tag.finished(count: &count, isNumbered: false) else { return tree }
    return .table(MathTable(isDisplay: true, rows: [.init(cells: [tree], tag: tag)]))
  }

  /// Atoms up to what ends a row: a closing brace, `&`, a line break, `\end`, `\right`, or `]` where one is
  /// asked for.
  mutating func row(endsAtBracket: Bool = false) throws(MathProblem) -> MathTree {
    try deeper { parser throws(MathProblem) in
      let font = parser.font
      var items: [MathTree] = []
      while let token = try parser.stream.peek() {
        if parser.ends(token) || endsAtBracket && token.character == "]" { break }
        if let rest = try parser.switched(by: token, after: items, endsAtBracket) {
          items = rest
          break
        }
        if let item = try parser.scripted() { items.append(item) }
      }
      parser.font = font
      return items.count == 1 ? items[0] : .row(items)
    }
  }

  private func ends(_ token: TeXToken) -> Bool {
    switch token.kind {
    case .character(let character): character == "}" || character == "&"
    case .command(let name): ["\\", "cr", "newline", "end", "right", "middle"].contains(name)
    }
  }

  mutating func deeper(
    _ read: (inout MathParser) throws(MathProblem) -> MathTree
  ) throws(MathProblem) -> MathTree {
    depth += 1
    guard depth <= Self.deepest else {
      throw MathProblem(.tooDeep, at: stream.raw?.range ?? stream.endRange)
    }
    defer { depth -= 1 }
    return try read(&self)
  }

  /// What a command that reaches to the end of its row makes of it; nil for other tokens.
  private mutating func switched(
    by token: TeXToken, after items: [MathTree], _ endsAtBracket: Bool
  ) throws(MathProblem) -> [MathTree]? {
    guard let name = token.command else { return nil }
    if let font = MathFonts.switches[name] {
      stream.advance()
      self.font = font
      return items + [try row(endsAtBracket: endsAtBracket)]
    }
    if let (isDisplay, level) = MathStyles.table[name] {
      stream.advance()
      let rest = try row(endsAtBracket: endsAtBracket)
      return items + [.style(rest, isDisplay: isDisplay, level: level)]
    }
    if name == "color" {
      stream.advance()
      let color = try color(of: token)
      return items + [.color(try row(endsAtBracket: endsAtBracket), color)]
    }
    if let (hasRule, brackets) = MathFractions.infix[name] {
      stream.advance()
      let fraction = MathTree.fraction(
        .row(items), try row(endsAtBracket: endsAtBracket), hasRule: hasRule)
      return [Self.fenced(fraction, brackets)]
    }
    return nil
  }

  static func fenced(_ tree: MathTree, _ brackets: MathFractions.Brackets?) -> MathTree {
    guard let brackets else { return tree }
    return .fence([
      .delimiter(brackets.left, .opening, .stretchy), tree,
      .delimiter(brackets.right, .closing, .stretchy),
    ])
  }
}

// MARK: - Scripts

extension MathParser {
  /// An atom with its scripts; nil for what leaves nothing, such as a definition.
  mutating func scripted() throws(MathProblem) -> MathTree? {
    guard let first = try stream.peek() else { throw stream.missing("{") }
    let hasBase = !["^", "_", "'", "’"].contains(first.character)
    guard let base = hasBase ? try atom() : .row([]) else { return nil }
    let placement = try limits() ?? base.placement
    var lower: MathTree?
    var upper: MathTree?
    var primes = 0
    while let token = try stream.peek(), let mark = token.character {
      if mark == "'" || mark == "’" {
        guard upper == nil else { throw MathProblem(.unexpected("'"), at: token.range) }
        stream.advance()
        primes += 1
        continue
      }
      guard mark == "^" || mark == "_" else { break }
      guard (mark == "^" ? upper : lower) == nil else {
        throw MathProblem(.unexpected(token.source), at: token.range)
      }
      stream.advance()
      let script = try argument(of: token)
      if mark == "^" { upper = script } else { lower = script }
    }
    if primes > 0 { upper = Self.primed(primes, upper) }
    if lower == nil, upper == nil { return base }
    return .scripts(base, lower: lower, upper: upper, placement)
  }

  /// `\limits` and its kin, the last of which counts.
  private mutating func limits() throws(MathProblem) -> ScriptPlacement? {
    var placement: ScriptPlacement?
    while let name = try stream.peek()?.command, let own = MathStyles.limits[name] {
      stream.advance()
      placement = own
    }
    return placement
  }

  private static func primed(_ count: Int, _ upper: MathTree?) -> MathTree {
    let marks = ["′", "″", "‴", "⁗"]
    let prime = MathTree.symbol(
      count <= 4 ? marks[count - 1] : String(repeating: "′", count: count), .ordinary)
    guard let upper else { return prime }
    guard case .row(let items) = upper else { return .row([prime, upper]) }
    return .row([prime] + items)
  }
}

// MARK: - Arguments

extension MathParser {
  /// What braces hold, or one atom: a digit alone.
  ///
  /// - Parameter keepsClass: whether a sign in braces stays what it is.
  mutating func argument(
    of command: TeXToken, keepsClass: Bool = false
  ) throws(MathProblem) -> MathTree {
    guard let token = try stream.peek(), !ends(token) else {
      throw MathProblem(.missing("{"), at: command.range)
    }
    if let digit = token.character, digit.isNumber {
      stream.advance()
      return .number(String(digit), font)
    }
    if let mark = token.character, mark == "^" || mark == "_" {
      throw MathProblem(.unexpected(token.source), at: token.range)
    }
    return try deeper { parser throws(MathProblem) in
      if token.character == "{" { return try parser.group(keepsClass: keepsClass) }
      return try parser.atom() ?? .row([])
    }
  }

  mutating func optionalArgument() throws(MathProblem) -> MathTree? {
    guard try stream.peek()?.character == "[" else { return nil }
    stream.advance()
    let tree = try row(endsAtBracket: true)
    try stream.expect("]")
    return tree
  }

  /// What stands between braces that begin here. Definitions in it end with it.
  mutating func group(keepsClass: Bool = false) throws(MathProblem) -> MathTree {
    let macros = stream.macros
    try stream.expect("{")
    let tree = try row()
    try stream.expect("}")
    stream.macros = macros
    // Braces make an ordinary atom of a sign, which then keeps no distance.
    guard !keepsClass, case .symbol(let sign, _) = tree else { return tree }
    return .symbol(sign, .ordinary)
  }

  mutating func color(of command: TeXToken) throws(MathProblem) -> String {
    let name = try stream.word(of: command)
    guard let color = MathColors.color(name) else {
      throw MathProblem(.badArgument(of: command.source), at: command.range)
    }
    return color
  }
}
