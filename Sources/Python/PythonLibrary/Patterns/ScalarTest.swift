/// What one place of a pattern takes: a character, any of them, or one of a set.
struct ScalarTest {
  /// A class such as `\d`, or its opposite.
  struct Category {
    enum Kind { case digit, space, word }
    var kind: Kind
    var isNegated = false
    var isASCII = false

    /// Whether Python counts a character among those of names: `str.isalnum()` or `_`.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
      if scalar == "_" { return true }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber:
        return true
      default: return false
      }
    }

    /// The members of a class of PCRE2's. Its own `\w` and `\s` differ from Python's, and with its versions.
    var members: String {
      switch (kind, isASCII, isNegated) {
      case (.digit, true, false): "0-9"
      case (.digit, true, true): #"\x{0}-/:-\x{10ffff}"#
      case (.digit, false, false): #"0-9\p{Nd}"#
      case (.digit, false, true): #"\P{Nd}"#
      case (.space, true, false): #"\x{9}-\x{d}\x{20}"#
      case (.space, true, true): #"\x{0}-\x{8}\x{e}-\x{1f}\x{21}-\x{10ffff}"#
      case (.space, false, false): Self.spaces
      case (.space, false, true): Self.noSpaces
      case (.word, true, false): "0-9A-Z_a-z"
      case (.word, true, true): #"\x{0}-/:-@\[-\^`\{-\x{10ffff}"#
      case (.word, false, false): #"0-9A-Z_a-z\p{L}\p{N}"#
      case (.word, false, true): Self.noWords
      }
    }

    private static let spaces =
      #"\x{9}-\x{d}\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"#
    private static let noSpaces =
      #"\x{0}-\x{8}\x{e}-\x{1b}\x{21}-\x{84}\x{86}-\x{9f}\x{a1}-\x{167f}\x{1681}-\x{1fff}\x{200b}-\x{2027}"#
      + #"\x{202a}-\x{202e}\x{2030}-\x{205e}\x{2060}-\x{2fff}\x{3001}-\x{10ffff}"#
    /// All but letters, numbers and `_`, which is one of the connectors.
    private static let noWords =
      #"\p{M}\p{Z}\p{S}\p{C}\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}"#
      + #"\x{203f}\x{2040}\x{2054}\x{fe33}\x{fe34}\x{fe4d}-\x{fe4f}\x{ff3f}"#
  }

  var ranges: [ClosedRange<UInt32>] = []
  var categories: [Category] = []
  var isNegated = false
  var ignoresCase = false
  /// Whether only letters of ASCII have cases.
  var isASCII = false

  init(_ flags: PatternFlags) {
    ignoresCase = flags.contains(.ignoreCase)
    isASCII = flags.contains(.ascii)
  }

  init(_ scalar: Unicode.Scalar, _ flags: PatternFlags) {
    self.init(flags)
    ranges = [scalar.value...scalar.value]
  }

  init(_ category: Category) {
    self.init([])
    categories = [category]
  }

  /// The same in PCRE2's language, as one item.
  var text: String {
    let all = ignoresCase ? withAllCases : ranges
    if all.count == 1, all[0].count == 1, categories.isEmpty, !isNegated {
      return Self.text(all[0].lowerBound)
    }
    let members = all.map { range in
      range.count == 1
        ? Self.text(range.lowerBound)
        : "\(Self.text(range.lowerBound))-\(Self.text(range.upperBound))"
    }
    return "[\(isNegated ? "^" : "")\((members + categories.map(\.members)).joined())]"
  }

  private var withAllCases: [ClosedRange<UInt32>] {
    if ranges.count == 1, ranges[0].count == 1 {
      return LetterCases.forms(of: ranges[0].lowerBound, isASCII: isASCII).map { $0...$0 }
    }
    return LetterCases.adding(to: ranges, isASCII: isASCII)
  }

  /// A character as it stands for itself everywhere.
  private static func text(_ scalar: UInt32) -> String {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(UInt8(scalar)))
    default: "\\x{\(String(scalar, radix: 16))}"
    }
  }
}
