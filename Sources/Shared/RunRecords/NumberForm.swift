public import Diagnostics
internal import Texts

/// The form in which a number is written: "~98,9 %", "0.989", "407,050", "R$ 1.234,50", "1.2 million".
///
/// It is read from what an author wrote, or made from the form that an output gives its number.
public struct NumberForm: Hashable, Sendable {
  private var lead = NumberLead()
  private var marks: NumberMarks
  /// Digits after the mark; nil for as many as tell the value from any other.
  private var digits: Int?
  private var unit = NumberUnit()
  /// How marks among the digits are written that don't stand for themselves: `&nbsp;`.
  private var references: [Character: String] = [:]
  private let language: Language

  /// Reads the form of a number in prose; nil where the text can't be filled in.
  ///
  /// - Parameter format: the form of a text without digits: an empty one, NaN, ∞.
  public init?(
    _ text: String, otherwise format: NumberFormat = .fixed(digits: 4), in language: Language
  ) {
    self.init(format, in: language)
    if text.allSatisfy(\.isWhitespace) { return }
    guard text.utf8.count <= Self.longest else { return nil }
    let markup = InlineMarkup(text)
    let text = markup.plain
    guard let number = Self.number(in: text) else { return nil }
    let parts = (lead: text[..<number.startIndex], unit: text[number.endIndex...])
    guard let lead = NumberLead(parts.lead, markup), let unit = NumberUnit(parts.unit, markup),
      MarkNesting.holds(parts.lead, parts.unit, markup)
    else { return nil }
    (self.lead, references) = (lead, markup.references(in: number))
    let isPercent = self.unit.isPercent
    self.unit = unit
    if Self.words.contains(String(number)) {
      // The digits of a share are two more than those of its percentage.
      if unit.isPercent, !isPercent { digits = digits.map { max(0, $0 - 2) } }
      return
    }
    guard let written = WrittenDigits(number, in: language) else { return nil }
    (marks, digits) = (written.marks, written.count)
  }

  /// The form in which an output shows a number.
  public init(_ format: NumberFormat, in language: Language) {
    self.language = language
    marks = NumberMarks.of(language)
    switch format {
    case .integer(let isGrouped):
      digits = 0
      if !isGrouped { marks.thousands = nil }
    case .fixed(let count):
      digits = count
      marks.thousands = nil
    case .percent(let count):
      digits = count
      marks.thousands = nil
      unit = .percent(in: language)
    case .plain(let count):
      digits = count
      marks = NumberMarks(decimal: ".", thousands: nil)
    case .text: marks.thousands = nil
    }
  }

  /// A number in this form, rounded to its digits as its binary value has it (0.125 gives 0.12).
  public func text(_ value: Double) -> String { shown(unit.shown(value)) }

  /// The same of a whole number of any size.
  public func text(_ value: Int) -> String {
    guard digits ?? 0 == 0, unit.isPlain else { return text(Double(value)) }
    return lead.text(isNegative: value < 0) + marked(String(value.magnitude)) + unit.text
  }

  /// A text that shows this form, for a number whose own text doesn't: 12 has no mark between thousands.
  ///
  /// - Parameter format: the form of a text without digits.
  /// - Returns: Nil where `text` shows the form, and where no text does: its digits are those of the value.
  public func sample(missingIn text: String, otherwise format: NumberFormat) -> String? {
    let isShown = { Self($0, otherwise: format, in: language) == self }
    if isShown(text) { return nil }
    return [0, -0.5, -1, 1000, -1000, 1_000_000, -1_000_000].lazy.map(shown).first(where: isShown)
  }

  /// A number that is in the form's unit already.
  private func shown(_ number: Double) -> String {
    if number.isNaN { return lead.text(isNegative: false) + "NaN" + unit.text }
    if number.isInfinite { return lead.text(isNegative: number < 0, minus: "−") + "∞" + unit.text }
    let plain = Self.digits(of: number.magnitude, digits)
    let isZero = plain.allSatisfy { $0 == "0" || $0 == "." }
    return lead.text(isNegative: number < 0 && !isZero) + marked(plain) + unit.text
  }

  /// Decimals behind a point, as many as tell the number from any other where none are asked for.
  private static func digits(of value: Double, _ count: Int?) -> String {
    let own = FloatText.digits(of: value)
    // No double has more decimals than 1074.
    return FloatText.fixed(value, min(max(count ?? own.digits.utf8.count - own.point, 0), 1074))
  }

  /// The digits with marks that read back as the same number: where the author's would not, in the
  /// language of the lesson, they are the language's own.
  private func marked(_ plain: String) -> String {
    let text = unwritten(plain)
    return references.isEmpty ? text : text.map { references[$0] ?? String($0) }.joined()
  }

  private func unwritten(_ plain: String) -> String {
    let text = marks.text(plain)
    guard let read = WrittenDigits(text, in: language) else { return text }
    let hasThousands = marks.thousands.map(text.contains) ?? false
    let isSame =
      (read.count > 0) == plain.contains(".") && (read.marks.thousands != nil) == hasThousands
    guard !isSame else { return text }
    let own = NumberMarks.of(language)
    return NumberMarks(
      decimal: own.decimal, thousands: marks.thousands == nil ? nil : own.thousands,
      isBare: marks.isBare
    )
    .text(plain)
  }

  /// The bytes of the longest text that is read, tags and all.
  private static let longest = 1000

  /// What stands for a number that has no digits.
  private static let words: Set<String> = ["NaN", "∞"]

  /// What is the number of a text: digits and the marks among them; .98 begins with one.
  private static func number(in text: String) -> Substring? {
    for word in words {
      if let place = text.firstRange(of: word) { return text[place] }
    }
    guard var start = text.firstIndex(where: isDigit) else { return nil }
    if let before = text[..<start].last, before == "." || before == "," {
      start = text.index(before: start)
    }
    var number = text[start...].prefix { isDigit($0) || NumberMarks.all.contains($0) }
    while let last = number.last, last.isWhitespace { number.removeLast() }
    return number
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
