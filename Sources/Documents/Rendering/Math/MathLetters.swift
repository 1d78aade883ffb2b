/// Letters in one of Unicode's mathematical alphabets, since MathML Core knows no other fonts.
enum MathLetters {
  static func text(_ letters: String, font: String) -> String {
    let shown = letters.unicodeScalars.map { scalar in
      if let exception = exceptions[font]?[Character(scalar)] { return String(exception) }
      return String(Character(shifted(scalar, font: font)))
    }.joined()
    return Escaping.line(shown)
  }

  private static func shifted(_ scalar: Unicode.Scalar, font: String) -> Unicode.Scalar {
    guard let start = starts[font] else { return scalar }
    let offset: UInt32
    switch scalar {
    case "A"..."Z": offset = scalar.value - 65
    case "a"..."z": offset = scalar.value - 97 + 26
    default: return scalar
    }
    return Unicode.Scalar(start + offset) ?? scalar
  }

  private static let starts: [String: UInt32] = [
    "bold": 0x1D400, "double-struck": 0x1D538, "script": 0x1D49C,
  ]

  /// Letters that Unicode had before it got the alphabets.
  private static let exceptions: [String: [Character: Character]] = [
    "double-struck": [
      "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
    ],
    "script": [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
      "e": "ℯ", "g": "ℊ", "o": "ℴ",
    ],
  ]
}
