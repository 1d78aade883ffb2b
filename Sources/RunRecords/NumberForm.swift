public import Diagnostics

/// The form in which a number is written: "~98,9 %", "0.989", "407,050", "1.2 million".
///
/// It is read from what an author wrote, or made from the form that an output gives its number.
public struct NumberForm: Hashable, Sendable {
  /// What stands in front, such as "~".
  private var lead = ""
  /// What a positive number has in front.
  private var plus = ""
  private var minus = "-"
  private var marks: NumberMarks
  /// Digits after the mark; nil for as many as tell the value from any other.
  private var digits: Int?
  private var unit = NumberUnit()
  private let language: Language

  /// Reads the form of a number in prose; nil where the text can't be filled in.
  ///
  /// - Parameter format: the form of a text without digits: an empty one, NaN, ∞.
  public init?(
    _ text: String, otherwise format: NumberFormat = .fixed(digits: 4), in language: Language
  ) {
    self.init(format, in: language)
    var rest = Substring(text)
    if rest.allSatisfy(\.isWhitespace) { return }
    let lead = rest.prefix { Self.leads.contains($0) || $0.isWhitespace }
    guard lead.count(where: Self.leads.contains) <= 1 else { return nil }
    self.lead = String(lead)
    rest = rest.dropFirst(lead.count)
    if let sign = rest.first, Self.minuses.contains(sign) || sign == "+" {
      if sign == "+" { plus = "+" } else { minus = String(sign) }
      rest = rest.dropFirst()
    }
    guard let number = Self.number(in: rest), let unit = NumberUnit(rest.dropFirst(number.count))
    else { return nil }
    let isPercent = self.unit.isPercent
    self.unit = unit
    if Self.isNotFinite(number) {
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
  public func text(_ value: Double) -> String {
    let shown = unit.shown(value)
    if shown.isNaN { return "\(lead)NaN\(unit.text)" }
    if shown.isInfinite { return "\(lead)\(shown < 0 ? "−∞" : "∞")\(unit.text)" }
    let plain = DecimalDigits.text(shown.magnitude, digits: digits)
    let isZero = plain.allSatisfy { $0 == "0" || $0 == "." }
    return lead + (shown < 0 && !isZero ? minus : plus) + marked(plain) + unit.text
  }

  /// The same of a whole number of any size.
  public func text(_ value: Int) -> String {
    guard digits ?? 0 == 0, unit.isPlain else { return text(Double(value)) }
    return lead + (value < 0 ? minus : plus) + marked(String(value.magnitude)) + unit.text
  }

  /// The digits with marks that read back as the same number: where the author's would not, in the
  /// language of the lesson, they are the language's own.
  private func marked(_ plain: String) -> String {
    let text = marks.text(plain)
    guard let read = WrittenDigits(text, in: language) else { return text }
    let hasThousands = marks.thousands.map(text.contains) ?? false
    let isSame =
      (read.count > 0) == plain.contains(".") && (read.marks.thousands != nil) == hasThousands
    guard !isSame else { return text }
    let own = NumberMarks.of(language)
    return NumberMarks(
      decimal: own.decimal, thousands: marks.thousands == nil ? nil : own.thousands
    )
    .text(plain)
  }

  private static let leads: Set<Character> = ["~", "≈"]
  private static let minuses: Set<Character> = ["-", "−", "–"]

  /// What is the number of a text that begins with it.
  private static func number(in text: Substring) -> Substring? {
    for word in ["NaN", "∞"] where text.hasPrefix(word) { return text.prefix(word.count) }
    var number = text.prefix { isDigit($0) || NumberMarks.all.contains($0) }
    while let last = number.last, last.isWhitespace { number.removeLast() }
    return number.isEmpty ? nil : number
  }

  private static func isNotFinite(_ number: Substring) -> Bool {
    number == "NaN" || number == "∞"
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
