/// The tokens of a formula on their way to the parser, with macros expanded.
///
/// What macros stand for is bounded in number and size, so that no formula costs more than its length and the
/// bounds together.
struct TeXStream {
  /// What is known here by names without backslashes.
  var macros: [String: TeXMacro]
  /// What is still to come, the next one last.
  private var pending: [TeXToken]
  private var expansions = 0
  private var expanded = 0
  private let end: Int

  private static let expansionLimit = 1000
  /// In bytes, for the formula and for what its macros stand for.
  static let sizeLimit = 1 << 16

  init(_ source: String, macros: [String: TeXMacro]) throws(MathProblem) {
    end = source.utf8.count
    guard end <= Self.sizeLimit else { throw MathProblem(.tooLong, at: 0..<end) }
    pending = try TeXLexer.tokens(of: source).reversed()
    self.macros = macros
  }

  /// The place behind everything.
  var endRange: Range<Int> { end..<end }

  /// The next token as it stands.
  var raw: TeXToken? { pending.last }

  /// Some tokens further on, as they stand: 0 is the next one.
  func raw(at distance: Int) -> TeXToken? {
    distance < pending.count ? pending[pending.count - 1 - distance] : nil
  }

  mutating func advance(by count: Int = 1) { pending.removeLast(count) }

  /// Puts other tokens in the place of all that are still to come, and gives those.
  mutating func exchange(_ tokens: [TeXToken]) -> [TeXToken] {
    defer { pending = tokens.reversed() }
    return pending.reversed()
  }

  mutating func skipBlanks() {
    while raw?.isBlank == true { pending.removeLast() }
  }

  /// The next token that is neither a blank nor a macro; nil at the end.
  mutating func peek() throws(MathProblem) -> TeXToken? {
    skipBlanks()
    while try expand() { skipBlanks() }
    return raw
  }

  /// Takes the token that must come next as it stands, blanks before it too.
  mutating func expect(_ character: Character) throws(MathProblem) {
    skipBlanks()
    guard let token = raw, token.character == character else { throw missing(String(character)) }
    pending.removeLast()
  }

  /// The problem that `wanted` isn't next.
  func missing(_ wanted: String) -> MathProblem {
    MathProblem(.missing(wanted), at: raw?.range ?? endRange)
  }

  /// Puts what the next token stands for in its place, where it is a macro.
  private mutating func expand() throws(MathProblem) -> Bool {
    guard let token = raw, let name = token.command,
      let macro = macros[name] ?? MathMacros.table[name]
    else { return false }
    pending.removeLast()
    expansions += 1
    var arguments: [[TeXToken]] = []
    for number in 0..<macro.parameters {
      if number == 0, let fallback = macro.fallback {
        arguments.append(try bracketed() ?? fallback)
      } else {
        arguments.append(try argument(of: token))
      }
    }
    var body: [TeXToken] = []
    for var piece in Self.filled(macro.body, arguments) {
      piece.range = token.range
      body.append(piece)
      expanded += piece.source.utf8.count
    }
    guard expansions <= Self.expansionLimit, expanded <= Self.sizeLimit else {
      throw MathProblem(.tooLong, at: token.range)
    }
    pending += body.reversed()
    return true
  }

  private static func filled(_ body: [TeXToken], _ arguments: [[TeXToken]]) -> [TeXToken] {
    var result: [TeXToken] = []
    var index = 0
    while index < body.count {
      defer { index += 1 }
      guard body[index].character == "#", index + 1 < body.count,
        let number = body[index + 1].character?.wholeNumberValue,
        arguments.indices.contains(number - 1)
      else {
        result.append(body[index])
        continue
      }
      result += arguments[number - 1]
      index += 1
    }
    return result
  }
}

extension TeXStream {
  /// An argument as it stands: what braces hold, or one token.
  mutating func argument(of command: TeXToken) throws(MathProblem) -> [TeXToken] {
    skipBlanks()
    guard let first = raw else {
      throw MathProblem(.missing("{"), at: command.range)
    }
    pending.removeLast()
    guard first.character == "{" else {
      if first.character == "}" || first.character == "&" {
        throw MathProblem(.unexpected(first.source), at: first.range)
      }
      return [first]
    }
    return try balanced(to: "}")
  }

  /// What brackets hold; nil where none begin.
  mutating func bracketed() throws(MathProblem) -> [TeXToken]? {
    skipBlanks()
    guard raw?.character == "[" else { return nil }
    pending.removeLast()
    return try balanced(to: "]")
  }

  /// An argument as words.
  mutating func word(of command: TeXToken) throws(MathProblem) -> String {
    try argument(of: command).map(\.source).joined()
  }

  private mutating func balanced(to last: Character) throws(MathProblem) -> [TeXToken] {
    var depth = 0
    var tokens: [TeXToken] = []
    while let token = pending.popLast() {
      if depth == 0, token.character == last { return tokens }
      if token.character == "{" { depth += 1 }
      if token.character == "}" { depth -= 1 }
      guard depth >= 0 else { throw MathProblem(.unexpected("}"), at: token.range) }
      tokens.append(token)
    }
    throw missing(String(last))
  }
}
