extension MathMLWriter {
  /// Pieces side by side, as far from each other as TeX sets them where MathML wouldn't.
  mutating func writeRow(_ items: [MathTree]) {
    var previous: MathClass?
    var index = 0
    while index < items.count {
      if let (word, count) = Self.word(in: items, from: index) {
        leaf("mi", word)
        previous = .ordinary
        index += count
        continue
      }
      let item = items[index]
      let own = item.atomClass
      if let own, Self.needsThinSpace(previous, own) { space(0.167) }
      if case .symbol(let sign, .binary) = item {
        let next = items[(index + 1)...].lazy.compactMap(\.atomClass).first
        let isSign = Self.isSign(between: previous, next)
        write(sign: sign, .binary, isTight: isSign)
        previous = isSign ? .ordinary : .binary
      } else {
        write(item)
        previous = own ?? previous
      }
      index += 1
    }
  }

  /// Whether a binary operator has nothing to join.
  private static func isSign(between left: MathClass?, _ right: MathClass?) -> Bool {
    switch left {
    case nil, .binary, .largeOperator, .integral, .function, .relation, .opening, .punctuation: true
    default: right.map { [.relation, .closing, .punctuation].contains($0) } ?? true
    }
  }

  /// Around the words of functions; large operators have their space from MathML.
  private static func needsThinSpace(_ left: MathClass?, _ right: MathClass) -> Bool {
    switch (left, right) {
    case (.ordinary, .function), (.closing, .function), (.inner, .function),
      (.function, .function), (.function, .ordinary), (.function, .inner):
      true
    default: false
    }
  }

  /// Upright, bold and other letters in a row make one word.
  static func word(in items: [MathTree], from start: Int) -> (String, count: Int)? {
    guard start < items.count, case .letter(_, let font) = items[start],
      [.upright, .bold, .italic, .sansSerif, .monospace].contains(font)
    else { return nil }
    var word = ""
    var count = 0
    while start + count < items.count, case .letter(let letter, font) = items[start + count] {
      guard font == .upright || MathLetters.has(letter, in: font) else { break }
      word += MathLetters.letter(letter, in: font)
      count += 1
    }
    return count > 1 ? (word, count) : nil
  }

  mutating func write(letter: String, _ font: MathFont) {
    let shown = MathLetters.letter(letter, in: font)
    let isUpright =
      shown == letter && (font == .upright || "Α"..."Ω" ~= letter || letter == "∇")
    leaf("mi", shown, isUpright ? Self.upright : "")
  }

  mutating func write(sign: String, _ own: MathClass, isTight: Bool) {
    switch own {
    case .ordinary where !MathSymbols.isSpaced(sign): leaf("mi", sign)
    case .ordinary: leaf("mo", sign, " lspace=\"0\" rspace=\"0\"")
    case .binary where isTight:
      leaf("mo", sign, "+−±∓".contains(sign) ? " form=\"prefix\"" : " lspace=\"0\" rspace=\"0\"")
    case .punctuation where sign == ":": leaf("mo", sign, " lspace=\"0\" rspace=\"0.278em\"")
    case .relation where Self.stretchyArrows.contains(sign): leaf("mo", sign, " stretchy=\"false\"")
    case .function: leaf("mi", sign)
    default: leaf("mo", sign)
    }
  }

  /// Arrows that MathML makes as high as their row.
  private static let stretchyArrows = "↿↾⇃⇂↰↱⇈⇊"

  mutating func write(delimiter sign: String, _ own: MathClass, _ size: DelimiterSize) {
    guard !sign.isEmpty else { return }
    let form =
      switch own {
      case .opening, .ordinary: " form=\"prefix\""
      case .closing: " form=\"postfix\""
      default: ""
      }
    switch size {
    case .stretchy: leaf("mo", sign, " stretchy=\"true\"\(form)")
    case .fixed(1): leaf("mo", sign, " stretchy=\"false\"\(form)")
    case .fixed(let height):
      let limits = " minsize=\"\(Self.em(height))\" maxsize=\"\(Self.em(height))\""
      leaf("mo", sign, " stretchy=\"true\"\(form)\(limits)")
    }
  }
}
