extension MathParser {
  /// One atom without scripts; nil for what leaves nothing.
  mutating func atom() throws(MathProblem) -> MathTree? {
    guard let token = try stream.peek() else { throw stream.missing("{") }
    guard let character = token.character else { return try command(token) }
    if character == "{" { return try group() }
    if character.isNumber { return number() }
    stream.advance()
    if let symbol = MathCharacters.table[character] { return symbol }
    if MathCharacters.reserved.contains(character) {
      throw MathProblem(.unexpected(token.source), at: token.range)
    }
    if let (sign, own) = MathCharacters.brackets[character] {
      return .delimiter(sign, own, .fixed(1))
    }
    return character.isLetter
      ? .letter(String(character), font)
      : .symbol(String(character), MathSymbols.classes[String(character)] ?? .ordinary)
  }

  /// Digits with decimal points between them. `{,}` is TeX's way to write a decimal comma.
  private mutating func number() -> MathTree {
    var digits = ""
    while let next = stream.raw?.character {
      if next.isNumber || next == "." && isNumber(at: 1) {
        digits.append(next)
        stream.advance()
      } else if next == "{", stream.raw(at: 1)?.character == ",",
        stream.raw(at: 2)?.character == "}", isNumber(at: 3)
      {
        digits.append(",")
        stream.advance(by: 3)
      } else {
        break
      }
    }
    return .number(digits, font)
  }

  private func isNumber(at distance: Int) -> Bool {
    stream.raw(at: distance)?.character?.isNumber == true
  }

  private mutating func command(_ token: TeXToken) throws(MathProblem) -> MathTree? {
    guard let name = token.command else { return nil }
    if name == "begin" { return try environment() }
    stream.advance()
    if let tree = Self.plain(name, font: font) { return tree }
    if let font = MathFonts.table[name] { return try letters(font, of: token) }
    if let font = MathTexts.fonts[name] { return try text(font, of: token) }
    if let accent = MathAccents.table[name] {
      return .accent(try argument(of: token), accent)
    }
    if let (size, own) = MathDelimiters.sizes[name] {
      return .delimiter(try delimiter(after: token), own, .fixed(size))
    }
    if let own = MathCommand.table[name] { return try read(own, token) }
    if try tag.read(token, from: &stream) { return nil }
    if try stream.define(with: token) { return nil }
    throw MathProblem(.unknownCommand(name), at: token.range)
  }

  /// What stands for one sign, one word or one width.
  private static func plain(_ name: String, font: MathFont) -> MathTree? {
    if let letter = MathLetters.names[name] { return .letter(letter, font) }
    if let (sign, own) = MathSymbols.table[name] { return .symbol(sign, own) }
    if let (sign, own) = MathDelimiters.table[name] { return .delimiter(sign, own, .fixed(1)) }
    if let (word, hasLimits) = MathFunctions.table[name] {
      return .function(word, hasLimits: hasLimits)
    }
    return MathSpaces.table[name].map { .space($0) }
  }

  private mutating func letters(
    _ own: MathFont, of token: TeXToken
  ) throws(MathProblem) -> MathTree {
    let outer = font
    font = own
    defer { font = outer }
    return try argument(of: token)
  }

  /// A bracket behind `\left` and its like; empty for the point that stands for none.
  mutating func delimiter(after command: TeXToken) throws(MathProblem) -> String {
    guard let token = try stream.peek() else {
      throw MathProblem(.missing("("), at: command.range)
    }
    guard let sign = MathDelimiters.sign(of: token) else {
      throw MathProblem(.badArgument(of: command.source), at: token.range)
    }
    stream.advance()
    return sign
  }
}
