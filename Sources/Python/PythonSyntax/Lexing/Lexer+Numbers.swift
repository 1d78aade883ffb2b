extension Lexer {
  mutating func readNumber() throws(SyntaxError) {
    let start = position
    if peek() == 0x30, let next = peek(1), let (kind, radix) = Self.radices[next | 0x20] {
      position += 2
      try readRadixDigits(kind, radix, start)
    } else {
      try readDecimal(start)
    }
    emit(.number, start, text(start..<position))
  }

  private static let radices: [UInt8: (String, Int)] = [
    0x78: ("hexadecimal", 16), 0x6F: ("octal", 8), 0x62: ("binary", 2),
  ]

  private mutating func readRadixDigits(
    _ kind: String, _ radix: Int, _ start: Int
  ) throws(SyntaxError) {
    var count = 0
    while true {
      if peek() == 0x5F { position += 1 }
      guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        break
      }
      if digit >= radix {
        guard digit < 10 else { break }
        let character = Character(Unicode.Scalar(byte))
        throw SyntaxError(.invalidDigit(character, kind), position..<position + 1)
      }
      count += 1
      position += 1
    }
    guard count > 0, bytes[position - 1] != 0x5F else {
      throw SyntaxError(.invalidNumber(kind), position - 1..<position)
    }
    try endNumber(kind, start)
  }

  private mutating func readDecimal(_ start: Int) throws(SyntaxError) {
    var isInteger = true
    if isDigit(peek()) { try readDigits(start) }
    if peek() == 0x2E {
      isInteger = false
      position += 1
      if isDigit(peek()) { try readDigits(start) }
    }
    if try readExponent(start) { isInteger = false }
    if let byte = peek(), byte | 0x20 == 0x6A {
      position += 1
      return try endNumber("imaginary", start)
    }
    let digits = bytes[start..<position]
    if isInteger, bytes[start] == 0x30, digits.contains(where: { 0x31...0x39 ~= $0 }) {
      throw SyntaxError(.leadingZeros, start..<position)
    }
    try endNumber("decimal", start)
  }

  /// Digits with single underscores between them.
  private mutating func readDigits(_ start: Int) throws(SyntaxError) {
    while isDigit(peek()) {
      position += 1
      guard peek() == 0x5F else { continue }
      guard isDigit(peek(1)) else {
        throw SyntaxError(.invalidNumber("decimal"), position..<position + 1)
      }
      position += 1
    }
  }

  private mutating func readExponent(_ start: Int) throws(SyntaxError) -> Bool {
    guard let byte = peek(), byte | 0x20 == 0x65 else { return false }
    let hasSign = peek(1) == 0x2B || peek(1) == 0x2D
    guard isDigit(peek(hasSign ? 2 : 1)) else { return false }
    position += hasSign ? 2 : 1
    try readDigits(start)
    return true
  }

  /// A number touches a name only where that is a keyword that may follow: `1if x else 2`.
  private func endNumber(_ kind: String, _ start: Int) throws(SyntaxError) {
    guard let byte = peek(), isWordByte(byte) else { return }
    let rest = bytes[position...].prefix(3)
    for word in ["and", "else", "for", "if", "in", "is", "not", "or"] {
      if rest.starts(with: Array(word.utf8).prefix(3)) { return }
    }
    throw SyntaxError(.invalidNumber(kind), position - 1..<position)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte || 0x41...0x5A ~= byte || byte == 0x5F || isDigit(byte) || byte >= 0x80
  }
}
