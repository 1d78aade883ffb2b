/// What stands in front of a number's digits: "~", "−", "R$ ", the marks of emphasis.
struct NumberLead: Hashable, Sendable {
  /// What stands in front of the sign, or would.
  private var before = ""
  private var plus = ""
  private var minus = "-"
  /// What stands between the sign and the digits.
  private var after = ""

  /// A lead of nothing but a minus, where one is needed.
  init() {}

  /// Reads what an author wrote in front of digits; nil where that belongs to no number.
  ///
  /// Without a sign, that of a negative number will stand in front of the currency: -R$ 5.
  init?(_ text: Substring, _ markup: InlineMarkup) {
    let currency = Self.currency(in: text)
    let sign = text.firstIndex(where: Self.signs.contains)
    var rest = text
    if let currency { rest = text[..<currency.lowerBound] + text[currency.upperBound...] }
    let marks = rest.filter { !$0.isWhitespace && !markup.isMark($0) }
    let approximate = marks.filter { !Self.signs.contains($0) }
    guard approximate.isEmpty || Self.approximates.contains(approximate),
      marks.count - approximate.count <= 1
    else { return nil }
    let place = sign ?? currency?.lowerBound ?? text.endIndex
    before = markup.written(text[..<place])
    after = markup.written(sign == nil ? text[place...] : text[place...].dropFirst())
    if let sign {
      let written = markup.written(text[sign...sign])
      if text[sign] == "+" { plus = written } else { minus = written }
    }
  }

  /// What a number has in front.
  ///
  /// - Parameter minus: what a negative one has, where that isn't the author's.
  func text(isNegative: Bool, minus: String? = nil) -> String {
    before + (isNegative ? minus ?? self.minus : plus) + after
  }

  private static let approximates: Set<String> = ["~", "≈"]
  private static let signs: Set<Character> = ["+", "-", "−", "–"]

  /// A currency's sign, with the letters that it is written with, as in R$ and US$.
  private static func currency(in text: Substring) -> Range<Substring.Index>? {
    guard let symbol = text.firstIndex(where: \.isCurrencySymbol) else { return nil }
    var start = symbol
    while start > text.startIndex, text[text.index(before: start)].isLetter {
      start = text.index(before: start)
    }
    guard text.distance(from: start, to: symbol) <= 3 else { return nil }
    return start..<text.index(after: symbol)
  }
}

/// The signs that make Markdown of text bold, slanted or code.
enum EmphasisMarks {
  static let all: Set<Character> = ["*", "_", "`"]
}
