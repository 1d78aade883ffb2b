extension Lexer {
  /// A literal with its prefix; of an f-string only the start.
  mutating func readString(prefixLength: Int) throws(SyntaxError) {
    let start = position
    let prefix = text(start..<start + prefixLength).lowercased()
    position += prefixLength
    let quote = bytes[position]
    let isTriple = peek(1) == quote && peek(2) == quote
    position += isTriple ? 3 : 1
    guard prefix.contains("f") else {
      try skipString(quote, isTriple, start)
      return emit(.string, start, "")
    }
    guard formatted.count < Self.bracketLimit else {
      throw SyntaxError(.fieldsTooDeep, start..<position)
    }
    formatted.append(
      FormattedString(
        quote: quote, isTriple: isTriple, isRaw: prefix.contains("r"), start: start))
    emit(.formattedStart, start, "")
  }

  private mutating func skipString(
    _ quote: UInt8, _ isTriple: Bool, _ start: Int
  ) throws(SyntaxError) {
    while let byte = peek() {
      if byte == quote && (!isTriple || (peek(1) == quote && peek(2) == quote)) {
        position += isTriple ? 3 : 1
        return
      }
      if byte == 0x5C {
        position += peek(1) == 0x0D && peek(2) == 0x0A ? 3 : 2
      } else if (byte == 0x0A || byte == 0x0D) && !isTriple {
        break
      } else {
        position += 1
      }
    }
    if let outer = formatted.last, outer.quote == quote, outer.isTriple == isTriple {
      throw SyntaxError(.unclosedField, start..<start + 1)
    }
    position = min(position, bytes.count)
    let fact: SyntaxFact =
      isTriple
      ? .unterminatedTripleQuoted(line: lastLine)
      : .unterminatedString(line: line(of: position))
    throw SyntaxError(fact, start..<position)
  }

  /// The line of the last character, its end of line included.
  private var lastLine: Int { line(of: bytes.count - 1) }

  func unterminated(_ string: FormattedString) -> SyntaxError {
    let line = line(of: position)
    let fact: SyntaxFact =
      string.isTriple
      ? .unterminatedTripleQuotedFormatted(line: lastLine)
      : .unterminatedFormattedString(line: line)
    return SyntaxError(fact, string.start..<string.start + 1)
  }

  /// Text up to the next field or to the closing quotes.
  mutating func readFormattedText(_ string: FormattedString) throws(SyntaxError) {
    let start = position
    let isFormat = !string.fields.isEmpty
    var pieces: [UInt8] = []
    while let byte = peek() {
      if isEnd(of: string) { break }
      if byte == 0x7B || byte == 0x7D {
        guard !isFormat, peek(1) == byte else { break }
        pieces.append(byte)
        position += 2
      } else if byte == 0x5C {
        takeEscape(string, into: &pieces)
      } else if (byte == 0x0A || byte == 0x0D) && !string.isTriple {
        throw unterminated(string)
      } else {
        pieces.append(byte)
        position += 1
      }
    }
    if position > start { try emitText(pieces, string, start) }
    try leaveText(string)
  }

  private func isEnd(of string: FormattedString) -> Bool {
    peek() == string.quote
      && (!string.isTriple || (peek(1) == string.quote && peek(2) == string.quote))
  }

  /// Copies an escape whole, so that the quote or brace in it doesn't count.
  private mutating func takeEscape(_ string: FormattedString, into pieces: inout [UInt8]) {
    pieces.append(0x5C)
    position += 1
    guard let next = peek(), next != 0x7B, next != 0x7D else { return }
    pieces.append(next)
    position += 1
    if next == 0x0D, peek() == 0x0A {
      pieces.append(0x0A)
      position += 1
    }
    guard next == 0x4E, peek() == 0x7B, !string.isRaw else { return }
    while let byte = peek(), byte != 0x7D, byte != 0x0A, !isEnd(of: string) {
      pieces.append(byte)
      position += 1
    }
  }

  private mutating func emitText(
    _ pieces: [UInt8], _ string: FormattedString, _ start: Int
  ) throws(SyntaxError) {
    let range = start..<position
    let (text, unknown) = try EscapeDecoder.text(pieces[...], isRaw: string.isRaw, at: range)
    if let unknown { unknownEscapes.append(unknown) }
    emit(.formattedText, start, text)
  }

  private mutating func leaveText(_ string: FormattedString) throws(SyntaxError) {
    let start = position
    let last = formatted.count - 1
    guard let byte = peek() else { throw unterminated(string) }
    if byte == 0x7B {
      guard string.fields.count < 10 else { throw SyntaxError(.fieldsTooDeep, start..<start + 1) }
      position += 1
      formatted[last].fields.append(Field(bracketCount: brackets.count))
      emit(.symbol, start, "{")
    } else if byte == 0x7D {
      guard !string.fields.isEmpty else {
        throw SyntaxError(.singleClosingBrace, start..<start + 1)
      }
      position += 1
      formatted[last].fields.removeLast()
      emit(.symbol, start, "}")
    } else {
      guard string.fields.isEmpty else { throw SyntaxError(.unclosedField, start..<start + 1) }
      position += string.isTriple ? 3 : 1
      formatted.removeLast()
      emit(.formattedEnd, start, "")
    }
  }
}
