extension Lexer {
  /// A name, a keyword, or a string's prefix with its string.
  mutating func readName() throws(SyntaxError) {
    let start = position
    while let byte = peek() {
      if byte < 0x80 {
        guard isNamePart(byte) else { break }
        position += 1
      } else {
        guard try readWideScalar(isFirst: position == start) else { break }
      }
    }
    let name = text(start..<position)
    if peek() == 0x22 || peek() == 0x27, Self.prefixes.contains(name.lowercased()) {
      let length = position - start
      position = start
      return try readString(prefixLength: length)
    }
    emit(Keywords.all.contains(name) ? .keyword : .name, start, name)
  }

  private static let prefixes: Set<String> = [
    "r", "u", "b", "f", "br", "rb", "fr", "rf",
  ]

  private func isNamePart(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte || 0x41...0x5A ~= byte || byte == 0x5F || isDigit(byte)
  }

  /// Reads one scalar beyond ASCII; false where it cannot continue the name.
  private mutating func readWideScalar(isFirst: Bool) throws(SyntaxError) -> Bool {
    let scalar = wideScalar()
    let length = UTF8.width(scalar)
    let properties = scalar.properties
    if isFirst ? properties.isXIDStart : properties.isXIDContinue {
      position += length
      return true
    }
    throw invalid(scalar, position..<position + length)
  }

  func wideScalar() -> Unicode.Scalar {
    let end = min(position + 4, bytes.count)
    return String(decoding: bytes[position..<end], as: UTF8.self).unicodeScalars.first ?? "?"
  }

  func invalid(_ scalar: Unicode.Scalar, _ range: Range<Int>) -> SyntaxError {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      SyntaxError(.nonPrintableCharacter(scalar), range)
    default: SyntaxError(.invalidCharacter(scalar), range)
    }
  }
}
