internal import Diagnostics

/// What stands behind a number: nothing, " %", " ms", " million parameters".
struct NumberUnit: Hashable, Sendable {
  /// As it is written, blanks in front included.
  var text = ""
  /// What a value is multiplied with, then divided by, before it is shown.
  private var multiplier = 1.0
  private var divisor = 1.0

  init() {}

  /// Reads what an author wrote behind a number; nil where that is no unit.
  init?(_ text: Substring, _ markup: InlineMarkup) {
    self.text = markup.written(text)
    let words = text.filter { !markup.isMark($0) }.trimmingBlanks
    guard let first = words.first else { return }
    guard words.count <= Self.longest, !words.contains(where: Self.digits.contains) else {
      return nil
    }
    guard first.isLetter || Self.symbols.contains(first) else { return nil }
    if Self.isScale(first), let next = words.dropFirst().first, !next.isWhitespace { return nil }
    for scale in Self.scales where Self.begins(words, with: scale.word) {
      (multiplier, divisor) = (scale.multiplier, scale.divisor)
    }
  }

  /// The sign of a share of 1 in outputs.
  static func percent(in language: Language) -> NumberUnit {
    var unit = NumberUnit()
    unit.text = language == .english ? "%" : "\u{A0}%"
    unit.multiplier = 100
    return unit
  }

  var isPercent: Bool { multiplier == 100 }

  /// Whether a value is shown as it is.
  var isPlain: Bool { multiplier == 1 && divisor == 1 }

  /// The number that is shown for a value.
  func shown(_ value: Double) -> Double { value * multiplier / divisor }

  /// Words that say of what a number is a multiple.
  private static let scales: [(word: String, multiplier: Double, divisor: Double)] = [
    ("%", 100, 1), ("percent", 100, 1), ("per cent", 100, 1), ("por cento", 100, 1),
    ("por ciento", 100, 1), ("puntos porcentuales", 100, 1),
    ("pp", 100, 1), ("p.p.", 100, 1), ("percentage points", 100, 1),
    ("pontos percentuais", 100, 1), ("‰", 1000, 1),
    ("k", 1, 1e3), ("K", 1, 1e3), ("thousand", 1, 1e3), ("mil", 1, 1e3),
    ("M", 1, 1e6), ("million", 1, 1e6), ("millions", 1, 1e6), ("milhão", 1, 1e6),
    ("milhões", 1, 1e6), ("millón", 1, 1e6), ("millones", 1, 1e6),
  ]

  private static let symbols: Set<Character> = ["%", "‰", "°", "µ", "×", "€", "$", "£"]
  private static let digits: Set<Character> = Set("0123456789")
  private static let longest = 60

  private static func isScale(_ character: Character) -> Bool {
    character == "%" || character == "‰"
  }

  private static func begins(_ words: Substring, with word: String) -> Bool {
    guard words.hasPrefix(word) else { return false }
    return words.dropFirst(word.count).first?.isWhitespace ?? true
  }
}

extension String {
  /// Without the blanks at its ends.
  fileprivate var trimmingBlanks: Substring {
    var middle = drop(while: \.isWhitespace)
    while let last = middle.last, last.isWhitespace { middle.removeLast() }
    return middle
  }
}
