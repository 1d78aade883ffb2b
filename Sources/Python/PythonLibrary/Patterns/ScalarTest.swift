internal import PythonRuntime

/// What one place of a pattern takes: a character, any of them, or one of a set.
struct ScalarTest {
  /// A class such as `\d`, or its opposite.
  struct Category {
    enum Kind { case digit, space, word }
    var kind: Kind
    var isNegated = false
    var isASCII = false

    func holds(_ scalar: Unicode.Scalar) -> Bool {
      let found = isASCII && !scalar.isASCII ? false : Self.isIn(kind, scalar)
      return found != isNegated
    }

    static func isIn(_ kind: Kind, _ scalar: Unicode.Scalar) -> Bool {
      switch kind {
      case .digit: return scalar.properties.generalCategory == .decimalNumber
      case .space:
        return scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
      case .word:
        if scalar == "_" { return true }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .decimalNumber, .letterNumber, .otherNumber:
          return true
        default: return false
        }
      }
    }
  }

  var ranges: [ClosedRange<UInt32>] = []
  var categories: [Category] = []
  var isNegated = false
  var ignoresCase = false

  init() {}

  init(_ scalar: Unicode.Scalar, ignoresCase: Bool) {
    ranges = [scalar.value...scalar.value]
    self.ignoresCase = ignoresCase
  }

  init(_ category: Category) { categories = [category] }

  func holds(_ scalar: Unicode.Scalar) -> Bool {
    var found = contains(scalar)
    if !found, ignoresCase {
      found = contains(scalar.lowered) || contains(scalar.raised)
    }
    return found != isNegated
  }

  private func contains(_ scalar: Unicode.Scalar) -> Bool {
    for range in ranges where range.contains(scalar.value) { return true }
    for category in categories where category.holds(scalar) { return true }
    return false
  }
}

extension Unicode.Scalar {
  /// The small letter, where it is one character.
  var lowered: Unicode.Scalar { Self.only(properties.lowercaseMapping) ?? self }
  /// The capital letter, where it is one character.
  var raised: Unicode.Scalar { Self.only(properties.uppercaseMapping) ?? self }

  private static func only(_ text: String) -> Unicode.Scalar? {
    let scalars = text.unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }
}
