extension Lexer {
  /// Measures a line's indent and opens or closes blocks; blank lines and comments don't count.
  mutating func startLine() throws(SyntaxError) {
    let start = position
    var (wide, narrow) = (0, 0)
    loop: while let byte = peek() {
      switch byte {
      case 0x20: (wide, narrow) = (wide + 1, narrow + 1)
      case 0x09: (wide, narrow) = ((wide / 8 + 1) * 8, narrow + 1)
      case 0x0C: (wide, narrow) = (0, 0)
      default: break loop
      }
      position += 1
    }
    guard let byte = peek() else { return }
    if byte == 0x0A || byte == 0x0D { return skipBlankLine(start) }
    if byte == 0x23 { return readOwnLineComment() }
    isAtLineStart = false
    try indent(wide, narrow)
    if byte == 0x25 || byte == 0x21 { readMagicLine() }
  }

  private mutating func indent(_ wide: Int, _ narrow: Int) throws(SyntaxError) {
    let place = position..<position
    let current = indents[indents.count - 1]
    if wide == current.wide {
      guard narrow == current.narrow else { throw SyntaxError(.inconsistentTabs, place) }
      return
    }
    if wide > current.wide {
      guard indents.count < Self.indentLimit else { throw SyntaxError(.tooManyIndents, place) }
      guard narrow > current.narrow else { throw SyntaxError(.inconsistentTabs, place) }
      indents.append((wide, narrow))
      return emit(.indent, position, "")
    }
    while wide < indents[indents.count - 1].wide {
      indents.removeLast()
      emit(.dedent, position, "")
    }
    let outer = indents[indents.count - 1]
    guard wide == outer.wide else { throw SyntaxError(.unmatchedDedent, place) }
    guard narrow == outer.narrow else { throw SyntaxError(.inconsistentTabs, place) }
  }

  private mutating func skipBlankLine(_ start: Int) {
    trivia.append(Trivia(kind: .blankLine, text: "", range: start..<position))
    skipLineEnd()
  }

  private mutating func readOwnLineComment() {
    addComment(.ownLineComment)
    skipLineEnd()
  }

  /// A comment after code, or alone on its line inside brackets.
  mutating func readComment() {
    var before = position
    while before > 0, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x09 { before -= 1 }
    let isAlone = before == 0 || bytes[before - 1] == 0x0A || bytes[before - 1] == 0x0D
    addComment(isAlone ? .ownLineComment : .trailingComment)
  }

  private mutating func addComment(_ kind: Trivia.Kind) {
    let start = position
    skipToLineEnd()
    trivia.append(Trivia(kind: kind, text: text(start..<position), range: start..<position))
  }

  mutating func skipToLineEnd() {
    while let byte = peek(), byte != 0x0A, byte != 0x0D { position += 1 }
  }

  private mutating func skipLineEnd() {
    if peek() == 0x0D && peek(1) == 0x0A { position += 1 }
    if position < bytes.count { position += 1 }
  }

  mutating func endLine() {
    let start = position
    skipLineEnd()
    guard brackets.isEmpty && formatted.isEmpty else { return }
    isAtLineStart = true
    emit(.newline, start, "")
  }

  mutating func continueLine() throws(SyntaxError) {
    let start = position
    position += 1
    guard let next = peek() else {
      throw SyntaxError(.endAfterLineContinuation, position..<position)
    }
    guard next == 0x0A || next == 0x0D else {
      throw SyntaxError(.characterAfterLineContinuation, position..<position + 1)
    }
    skipLineEnd()
    if position >= bytes.count {
      throw SyntaxError(.endAfterLineContinuation, start + 1..<start + 2)
    }
  }

  /// The whole line is IPython's; a cell magic for another language takes the rest of the source, and
  /// behind a magic that times a statement stands that statement.
  private mutating func readMagicLine() {
    let start = position
    skipToLineEnd()
    if let length = MagicLine.lengthBeforeStatement(text(start..<position)) {
      position = start + length
      return emit(.magic, start, "")
    }
    if MagicLine.takesRestOfCell(text(start..<position)) { position = bytes.count }
    emit(.magic, start, "")
  }
}
