extension Lexer {
  private static let symbols: [[String]] = [
    ["**=", "//=", ">>=", "<<=", "..."],
    [
      "**", "//", ">>", "<<", "<=", ">=", "==", "!=", "<>", "->", "+=", "-=", "*=", "/=", "%=",
      "&=", "|=", "^=", "@=", ":=",
    ],
    [
      "+", "-", "*", "/", "%", "@", "&", "|", "^", "~", "<", ">", "(", ")", "[", "]", "{", "}",
      ",", ":", ".", ";", "=", "!", "?", "$", "`",
    ],
  ]

  private static let byLength: [Set<String>] = symbols.map { Set($0) }

  mutating func readSymbol() throws(SyntaxError) {
    let start = position
    if try closesField() { return }
    for (length, symbols) in zip([3, 2, 1], Self.byLength) where start + length <= bytes.count {
      let candidate = text(start..<start + length)
      guard symbols.contains(candidate) else { continue }
      position += length
      try track(bytes[start], at: start)
      return emit(.symbol, start, candidate)
    }
    throw invalid(wideScalar(), start..<start + 1)
  }

  private mutating func track(_ byte: UInt8, at start: Int) throws(SyntaxError) {
    switch byte {
    case 0x28, 0x5B, 0x7B:
      guard brackets.count < Self.bracketLimit else {
        throw SyntaxError(.tooManyBrackets, start..<start + 1)
      }
      brackets.append(Bracket(symbol: byte, offset: start))
    case 0x29, 0x5D, 0x7D: try close(byte, at: start)
    case 0x24, 0x60: throw SyntaxError(.invalidSyntax, start..<start + 1)
    default: break
    }
  }

  private mutating func close(_ byte: UInt8, at start: Int) throws(SyntaxError) {
    let closer = Character(Unicode.Scalar(byte))
    let outside = formatted.last?.fields.last?.bracketCount ?? 0
    guard brackets.count > outside, let open = brackets.popLast() else {
      throw SyntaxError(.unmatchedCloser(closer), start..<start + 1)
    }
    let opener = Character(Unicode.Scalar(open.symbol))
    let pairs: [Character: Character] = ["(": ")", "[": "]", "{": "}"]
    guard pairs[opener] == closer else {
      let opened = line(of: open.offset)
      let fact = SyntaxFact.mismatchedCloser(
        closer, opener: opener, openedOnLine: opened == line(of: start) ? nil : opened)
      throw SyntaxError(fact, start..<start + 1)
    }
  }

  /// Where a replacement field is open: `}` ends it, `:` starts its format.
  private mutating func closesField() throws(SyntaxError) -> Bool {
    guard let last = formatted.indices.last, let field = formatted[last].fields.last,
      brackets.count == field.bracketCount
    else { return false }
    switch bytes[position] {
    case 0x7D: formatted[last].fields.removeLast()
    case 0x3A: formatted[last].fields[formatted[last].fields.count - 1].isInFormat = true
    case 0x21 where peek(1) != 0x3D: break
    default: return false
    }
    position += 1
    emit(.symbol, position - 1, text(position - 1..<position))
    return true
  }
}
