/// One token of a formula, as TeX's reader makes them.
struct TeXToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// What stands behind a backslash: letters, or one other character.
    case command(String)
    /// Everything else, one at a time; blanks of any kind and number are one blank.
    case character(Character)
  }

  let kind: Kind
  /// UTF-8 offsets in the formula. What a macro stands for has the place of its call.
  var range: Range<Int>

  /// The name of a command; nil for characters.
  var command: String? { if case .command(let name) = kind { name } else { nil } }

  var character: Character? { if case .character(let own) = kind { own } else { nil } }

  var isBlank: Bool { character == " " }

  /// As it was written.
  var source: String {
    switch kind {
    case .command(let name): "\\" + name
    case .character(let character): String(character)
    }
  }
}

/// Cuts a formula into tokens. Cost: linear.
struct TeXLexer {
  private let text: [Character]
  private var index = 0
  private var offset = 0
  private var tokens: [TeXToken] = []

  /// - Throws: where a backslash or a comment ends the formula.
  static func tokens(of source: String) throws(MathProblem) -> [TeXToken] {
    var lexer = TeXLexer(source)
    while lexer.index < lexer.text.count { try lexer.readToken() }
    return lexer.tokens
  }

  private init(_ source: String) { text = Array(source) }

  private mutating func readToken() throws(MathProblem) {
    let start = offset
    let character = take()
    switch character {
    case "\\":
      guard index < text.count else { throw MathProblem(.unexpected("\\"), at: start..<offset) }
      add(.command(commandName()), from: start)
    case "%": try skipComment(from: start)
    case _ where character.isWhitespace:
      skipBlanks()
      add(.character(" "), from: start)
    default: add(.character(character), from: start)
    }
  }

  private mutating func add(_ kind: TeXToken.Kind, from start: Int) {
    tokens.append(TeXToken(kind: kind, range: start..<offset))
  }

  /// Blanks behind a name of letters only end it.
  private mutating func commandName() -> String {
    let first = take()
    guard Self.isLetter(first) else { return first.isWhitespace ? " " : String(first) }
    var name = String(first)
    while index < text.count, Self.isLetter(text[index]) { name.append(take()) }
    if index < text.count, text[index] == "*", Self.starred.contains(name) { name.append(take()) }
    skipBlanks()
    return name
  }

  /// A comment ends with its line. One without an end would hide the rest of what is most likely a
  /// percentage.
  private mutating func skipComment(from start: Int) throws(MathProblem) {
    guard let end = text[index...].firstIndex(where: \.isNewline) else {
      throw MathProblem(.unexpected("%"), at: start..<offset)
    }
    while index <= end { _ = take() }
    skipBlanks()
  }

  private mutating func skipBlanks() {
    while index < text.count, text[index].isWhitespace { _ = take() }
  }

  private mutating func take() -> Character {
    defer { index += 1 }
    offset += text[index].utf8.count
    return text[index]
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isASCII && character.isLetter
  }

  /// Commands with a form of their own that an asterisk marks.
  private static let starred: Set<String> = ["tag", "operatorname", "DeclareMathOperator"]
}
