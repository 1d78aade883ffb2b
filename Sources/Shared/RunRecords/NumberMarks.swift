internal import Diagnostics
internal import Texts

/// What stands between a number's digits: before decimals, and between groups of three.
struct NumberMarks: Hashable, Sendable {
  var decimal: Character
  /// Nil where groups stand together.
  var thousands: Character?
  /// Whether no zero stands before decimals alone: .98.
  var isBare = false

  /// The marks of numbers in outputs.
  static func of(_ language: Language) -> NumberMarks {
    language == .english
      ? NumberMarks(decimal: ".", thousands: ",")
      : NumberMarks(decimal: ",", thousands: "\u{202F}")
  }

  /// Whatever may part thousands in prose.
  static let all: Set<Character> = [
    ".", ",", " ", "\u{A0}", "\u{2009}", "\u{202F}", "'", "’",
  ]

  /// Digits with these marks.
  ///
  /// - Parameter plain: digits, and decimals behind a point.
  func text(_ plain: String) -> String {
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return grouped(parts[0]) }
    return (isBare && parts[0] == "0" ? "" : grouped(parts[0])) + "\(decimal)\(parts[1])"
  }

  private func grouped(_ digits: Substring) -> String {
    thousands.map { DigitText.grouped(digits, mark: $0) } ?? String(digits)
  }
}

/// The digits of a number as somebody wrote them, without sign and unit.
struct WrittenDigits {
  var marks: NumberMarks
  /// How many decimals there are.
  var count: Int

  /// Reads what an author wrote, such as "1.234,5"; nil where it is no number.
  ///
  /// One point or comma before three digits is read as the language has it: 407.050 is 407.05 in English,
  /// and 407050 in Portuguese. After a zero it never parts thousands.
  init?(_ text: some StringProtocol, in language: Language) {
    let found = text.split(whereSeparator: \.isNumber).joined()
    let groups = text.split(omittingEmptySubsequences: false) { !$0.isNumber }
    guard groups.dropFirst().allSatisfy({ !$0.isEmpty }) else { return nil }
    let own = NumberMarks.of(language)
    marks = NumberMarks(decimal: own.decimal, thousands: nil)
    count = 0
    if groups[0].isEmpty {
      guard found == "." || found == "," else { return nil }
      marks = NumberMarks(decimal: Character(found), thousands: nil, isBare: true)
      count = groups[1].count
      return
    }
    guard let last = found.last else { return }
    var (whole, parting) = (groups[...], found[...])
    if Self.isDecimal(last, found, groups, own) {
      count = whole.removeLast().count
      parting.removeLast()
      marks.decimal = last
    }
    marks.thousands = parting.first
    guard parting.allSatisfy({ $0 == marks.thousands }) else { return nil }
    guard whole.count == 1 || Self.areThousands(whole) else { return nil }
    // Where one of the two parts thousands, only the other can stand before decimals.
    if count == 0, marks.thousands == marks.decimal { marks.decimal = last == "." ? "," : "." }
  }

  private static func isDecimal(
    _ mark: Character, _ found: String, _ groups: [some StringProtocol], _ own: NumberMarks
  ) -> Bool {
    guard mark == "." || mark == "," else { return false }
    let isOnly = found.count == 1
    if isOnly { return mark == own.decimal || !areThousands(groups[...]) }
    return found.count { $0 == mark } == 1
  }

  /// Whether digits stand in groups as thousands do.
  private static func areThousands(_ groups: ArraySlice<some StringProtocol>) -> Bool {
    guard let first = groups.first, first.count <= 3, first.first != "0" else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
  }
}
