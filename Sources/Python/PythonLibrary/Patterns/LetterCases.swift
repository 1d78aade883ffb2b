/// Letters that are the same where case is ignored, as Python's `re` has it: those whose small letters are one letter when
/// they are written large. So `s` is also `ſ`, and `i` both `İ` and `ı`.
enum LetterCases {
  /// All forms of a character, itself among them.
  static func forms(of scalar: UInt32, isASCII: Bool) -> [UInt32] {
    guard let ascii = asciiForms(of: scalar) else {
      return isASCII ? [scalar] : families[scalar] ?? [scalar]
    }
    return isASCII ? ascii : ascii + (beyondASCII[ascii[1]] ?? [])
  }

  /// What ranges of characters become when all forms of theirs are added.
  static func adding(to ranges: [ClosedRange<UInt32>], isASCII: Bool) -> [ClosedRange<UInt32>] {
    let needsAll = !isASCII && ranges.contains { $0.upperBound > 0x7F }
    let cased = needsAll ? Array(families.keys) : letters
    let added = cased.filter { letter in ranges.contains { $0.contains(letter) } }
      .flatMap { forms(of: $0, isASCII: isASCII) }
    return ranges + added.map { $0...$0 }
  }

  /// The small letter.
  static func small(_ scalar: UInt32, isASCII: Bool) -> UInt32 {
    if let ascii = asciiForms(of: scalar) { return ascii[1] }
    return isASCII ? scalar : Unicode.Scalar(scalar)?.lowered.value ?? scalar
  }

  private static let letters = Array(UInt32(0x41)...0x5A) + Array(UInt32(0x61)...0x7A)

  /// The capital and the small letter; nil for all but letters of ASCII.
  private static func asciiForms(of scalar: UInt32) -> [UInt32]? {
    letters.contains(scalar) ? [scalar & ~0x20, scalar | 0x20] : nil
  }

  /// What else a small letter of ASCII is.
  private static let beyondASCII: [UInt32: [UInt32]] = [
    0x69: [0x130, 0x131], 0x6B: [0x212A], 0x73: [0x17F],
  ]

  /// Blocks of Unicode in which letters have cases.
  private static let blocks: [ClosedRange<UInt32>] = [
    0x41...0x7A, 0xB5...0x29E, 0x345...0x345, 0x370...0x587, 0x10A0...0x10FF, 0x13A0...0x13FD,
    0x1C80...0x1CBF, 0x1D79...0x1D8E, 0x1E00...0x1FFC, 0x2126...0x2184, 0x24B6...0x24E9,
    0x2C00...0x2D2D, 0xA640...0xA69B, 0xA722...0xA7F6, 0xAB53...0xABBF, 0xFB00...0xFB17,
    0xFF21...0xFF5A, 0x10400...0x1044F, 0x104B0...0x104FB, 0x10570...0x105BC, 0x10C80...0x10CF2,
    0x118A0...0x118DF, 0x16E40...0x16E7F, 0x1E900...0x1E943,
  ]

  /// All forms of each letter that has more than one.
  private static let families: [UInt32: [UInt32]] = {
    let scalars = blocks.joined().compactMap(Unicode.Scalar.init)
    // Texts of Swift are equal where Unicode's normal forms are; for Python these are others.
    let groups = Dictionary(grouping: scalars) {
      Array($0.lowered.properties.uppercaseMapping.unicodeScalars)
    }
    var all: [UInt32: [UInt32]] = [:]
    for group in groups.values where group.count > 1 {
      let forms = group.map(\.value)
      for form in forms { all[form] = forms }
    }
    return all
  }()
}

extension Unicode.Scalar {
  /// The small letter; `İ` is the one that Unicode writes with two characters, and Python's `re` with one.
  var lowered: Unicode.Scalar {
    if self == "\u{130}" { return "i" }
    let mapped = properties.lowercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first ?? self : self
  }
}
