public import Diagnostics

/// Text as words, and the numbers among them.
public enum TextWords {
  /// Whether two texts say the same but for numbers that are near enough, and for blanks.
  ///
  /// Printed numbers are rounded: with any tolerance, one unit of the last digit is allowed on top.
  /// A percentage is a hundredth of what stands there. Without a tolerance texts must be equal.
  ///
  /// - Parameter language: says what a comma before three digits parts.
  public static func agree(
    _ a: String, _ b: String, within tolerance: Tolerance, in language: Language = .english
  ) -> Bool {
    if a == b { return true }
    guard !tolerance.isZero else { return false }
    let first = tokens(a, language)
    let second = tokens(b, language)
    return first.count == second.count
      && zip(first, second).allSatisfy { agree($0, $1, tolerance) }
  }

  private static func agree(_ a: Token, _ b: Token, _ tolerance: Tolerance) -> Bool {
    switch (a, b) {
    case (.word(let a), .word(let b)): return a == b
    case (.number(let a), .number(let b)):
      guard a.isPercent == b.isPercent else { return false }
      let unit = max(a.unit, b.unit)
      let wider = Tolerance(
        absolute: tolerance.absolute + unit * (1 + 1e-9), relative: tolerance.relative)
      return wider.allows(a.value, b.value)
    default: return false
    }
  }

  /// A number as it is printed.
  private struct Number {
    var value: Double
    /// One unit of its last digit.
    var unit: Double
    var isPercent: Bool
  }

  private enum Token {
    case word(String)
    case number(Number)
  }

  private static let blanks: Set<Character> = [" ", "\t", "\u{A0}", "\u{202F}"]

  private static func tokens(_ text: String, _ language: Language) -> [Token] {
    var tokens: [Token] = []
    var rest = Substring(text)
    while let first = rest.first {
      if blanks.contains(first) {
        rest = rest.dropFirst()
      } else if let number = takeNumber(&rest, language) {
        tokens.append(.number(number))
      } else {
        let isLetter = first.isLetter
        let word = isLetter ? rest.prefix { $0.isLetter } : rest.prefix(1)
        tokens.append(.word(String(word)))
        rest = rest.dropFirst(word.count)
      }
    }
    return tokens
  }

  /// Digits, possibly with one separator between them, a sign in front and a percent sign behind.
  private static func takeNumber(_ rest: inout Substring, _ language: Language) -> Number? {
    var text = rest
    let isNegative = text.first == "-" || text.first == "−"
    if isNegative { text = text.dropFirst() }
    let whole = text.prefix(while: isDigit)
    guard !whole.isEmpty else { return nil }
    text = text.dropFirst(whole.count)
    let fraction = fraction(after: whole, in: text, language)
    if !fraction.isEmpty { text = text.dropFirst(1 + fraction.count) }
    guard var value = Double("\(whole).\(fraction.isEmpty ? "0" : fraction)") else { return nil }
    var unit = (0..<min(fraction.count, 300)).reduce(1.0) { unit, _ in unit / 10 }
    let afterBlanks = text.drop { blanks.contains($0) }
    let isPercent = afterBlanks.first == "%"
    if isPercent {
      text = afterBlanks.dropFirst()
      value /= 100
      unit /= 100
    }
    rest = text
    // A whole number is a count, not something rounded.
    if fraction.isEmpty, !isPercent { unit = 0 }
    return Number(value: isNegative ? -value : value, unit: unit, isPercent: isPercent)
  }

  /// The digits after a decimal separator; a comma before three digits parts thousands in English.
  private static func fraction(
    after whole: Substring, in text: Substring, _ language: Language
  ) -> Substring {
    guard let mark = text.first, mark == "." || mark == "," else { return "" }
    let digits = text.dropFirst().prefix(while: isDigit)
    let isGrouping = language == .english && mark == "," && digits.count == 3 && whole != "0"
    return isGrouping ? "" : digits
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
