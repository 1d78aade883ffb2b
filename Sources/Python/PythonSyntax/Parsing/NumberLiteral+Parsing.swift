extension NumberLiteral {
  /// `text` is a literal that the lexer has checked.
  init(_ text: String) {
    self.text = text
    let digits = text.filter { $0 != "_" }.lowercased()
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.hasPrefix(prefix) {
      value = Self.integer(String(digits.dropFirst(2)), radix)
      return
    }
    if digits.hasSuffix("j") {
      value = .imaginary(Double(digits.dropLast()) ?? 0)
    } else if digits.contains(where: { $0 == "." || $0 == "e" }) {
      value = .real(Double(digits) ?? 0)
    } else {
      value = Self.integer(digits, 10)
    }
  }

  private static func integer(_ digits: String, _ radix: Int) -> Value {
    Int(digits, radix: radix).map { .integer($0) }
      ?? .largeInteger(digits: digits, radix: radix)
  }
}
