/// Turns a source into tokens, all of them before parsing starts.
///
/// An error ends the tokens early: the parser reports its own error first where it meets one before,
/// as CPython does, whose tokenizer runs only as far as its parser asks.
struct Lexer {
  /// An open bracket.
  struct Bracket {
    let symbol: UInt8
    let offset: Int
  }

  /// An f-string that is being read.
  struct FormattedString {
    let quote: UInt8
    let isTriple: Bool
    let isRaw: Bool
    let start: Int
    /// One entry for each replacement field inside another.
    var fields: [Field] = []
  }

  /// A replacement field: the brackets open where it began, and whether its format has begun.
  struct Field {
    let bracketCount: Int
    var isInFormat = false
  }

  static let bracketLimit = 200
  static let indentLimit = 100

  let bytes: [UInt8]
  var position = 0
  var tokens: [Token] = []
  var trivia: [Trivia] = []
  var unknownEscapes: [UnknownEscape] = []
  var brackets: [Bracket] = []
  var formatted: [FormattedString] = []
  /// Columns of the open blocks, counting tabs to 8 and to 1.
  var indents: [(wide: Int, narrow: Int)] = [(0, 0)]
  var isAtLineStart = true
  var error: SyntaxError?

  init(_ source: String, skipsLeadingBlanks: Bool = false) {
    bytes = Array(source.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    if skipsLeadingBlanks {
      while peek() == 0x20 || peek() == 0x09 || peek() == 0x0C { position += 1 }
      isAtLineStart = false
    }
  }

  mutating func run() {
    do throws(SyntaxError) {
      if let null = bytes.firstIndex(of: 0) {
        throw SyntaxError(.nullCharacter, null..<null + 1)
      }
      while position < bytes.count { try step() }
      try finish()
    } catch {
      self.error = error
      emit(.end, position, "")
    }
  }

  private mutating func step() throws(SyntaxError) {
    if let string = formatted.last, string.fields.last?.isInFormat ?? true {
      return try readFormattedText(string)
    }
    if isAtLineStart && brackets.isEmpty && formatted.isEmpty { return try startLine() }
    let byte = bytes[position]
    switch byte {
    case 0x20, 0x09, 0x0C: position += 1
    case 0x0A, 0x0D: endLine()
    case 0x23: readComment()
    case 0x5C: try continueLine()
    case 0x30...0x39: try readNumber()
    case 0x2E where isDigit(peek(1)): try readNumber()
    case 0x22, 0x27: try readString(prefixLength: 0)
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: try readName()
    default: try readSymbol()
    }
  }

  private mutating func finish() throws(SyntaxError) {
    if let string = formatted.last { throw unterminated(string) }
    if let open = brackets.last {
      emit(.end, position, "")
      error = neverClosed(open)
      return
    }
    if let last = tokens.last?.kind, ![.newline, .indent, .dedent].contains(last) {
      emit(.newline, position, "")
    }
    for _ in indents.dropFirst() { emit(.dedent, position, "") }
    emit(.end, position, "")
  }

  func neverClosed(_ open: Bracket) -> SyntaxError {
    let symbol = Character(Unicode.Scalar(open.symbol))
    return SyntaxError(.neverClosed(symbol), open.offset..<open.offset + 1)
  }

  // MARK: - Small steps

  func peek(_ distance: Int = 0) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  func isDigit(_ byte: UInt8?) -> Bool { byte.map { 0x30...0x39 ~= $0 } ?? false }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The 1-based line of an offset; for messages only, since it counts from the start.
  func line(of offset: Int) -> Int { LineCounter.line(of: offset, in: bytes) }

  /// Appends a token from `start` to the current position.
  mutating func emit(_ kind: Token.Kind, _ start: Int, _ text: String) {
    tokens.append(Token(kind: kind, text: text, range: start..<position))
  }
}
