internal import Texts

extension StringMethods {
  static var cases: [Method] {
    [
      method("upper") { text, _, machine throws(PyError) in
        try mapped(text, machine) { $0.unicodeScalars.map(\.properties.uppercaseMapping).joined() }
      },
      method("lower") { text, _, machine throws(PyError) in
        try mapped(text, machine) { text in
          let scalars = Array(text.unicodeScalars)
          return scalars.indices.map { lowered(scalars, $0) }.joined()
        }
      },
      method("casefold") { text, _, machine throws(PyError) in
        try mapped(text, machine) { $0.unicodeScalars.map(folded).joined() }
      },
      method("capitalize") { text, _, machine throws(PyError) in
        try mapped(text, machine) { text in
          let scalars = Array(text.unicodeScalars)
          return scalars.indices.map { index in
            index == 0
              ? scalars[0].properties.titlecaseMapping : lowered(scalars, index)
          }.joined()
        }
      },
      method("swapcase") { text, _, machine throws(PyError) in
        try mapped(text, machine) { text in
          let scalars = Array(text.unicodeScalars)
          return scalars.indices.map { index in
            let properties = scalars[index].properties
            if properties.isUppercase { return lowered(scalars, index) }
            return properties.isLowercase
              ? properties.uppercaseMapping : String(scalars[index])
          }.joined()
        }
      },
      method("title") { text, _, machine throws(PyError) in
        try mapped(text, machine) { text in
          let scalars = Array(text.unicodeScalars)
          return scalars.indices.map { index in
            index > 0 && scalars[index - 1].properties.isCased
              ? lowered(scalars, index) : scalars[index].properties.titlecaseMapping
          }.joined()
        }
      },
    ]
  }

  private static func mapped(
    _ text: String, _ machine: Machine, _ change: (String) -> String
  ) throws(PyError) -> Value {
    let result = change(text)
    try machine.spend(memory: result.utf8.count)
    return .string(result)
  }

  /// The lower case of a letter among others: a sigma at the end of a word has a form of its own.
  private static func lowered(_ scalars: Scalars, _ index: Int) -> String {
    guard scalars[index] == "\u{3A3}" else { return scalars[index].properties.lowercaseMapping }
    let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
    let behind = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    let isFinal = before?.properties.isCased == true && behind?.properties.isCased != true
    return isFinal ? "\u{3C2}" : "\u{3C3}"
  }

  /// Unicode's full case folding: the lower case of the upper case, but for a few letters (CaseFolding 15.0).
  private static func folded(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    // Dotless i is a letter of its own.
    case 0x131: return "\u{131}"
    case 0x1E9E: return "ss"
    // Cherokee's letters fold to capitals.
    case 0x13A0...0x13F5, 0x13F8...0x13FD, 0xAB70...0xABBF:
      return scalar.properties.uppercaseMapping
    default:
      return scalar.properties.uppercaseMapping.unicodeScalars
        .map(\.properties.lowercaseMapping).joined()
    }
  }

  static var tests: [Method] {
    [
      test("isdecimal") { $0.properties.numericType == .decimal },
      test("isdigit") { [.decimal, .digit].contains($0.properties.numericType) },
      test("isnumeric") { $0.properties.numericType != nil },
      test("isalpha", isLetter),
      test("isalnum") { isLetter($0) || $0.properties.numericType != nil },
      test("isspace") { $0.isPythonSpace },
      test("isascii", ofEmpty: true) { $0.isASCII },
      test("isprintable", ofEmpty: true) { TextLiteral.isPrintable($0) },
      method("isupper") { text, _, _ in
        let scalars = text.unicodeScalars.map(\.properties)
        return .bool(
          scalars.contains(where: \.isUppercase)
            && !scalars.contains { $0.isLowercase || $0.generalCategory == .titlecaseLetter })
      },
      method("islower") { text, _, _ in
        let scalars = text.unicodeScalars.map(\.properties)
        return .bool(
          scalars.contains(where: \.isLowercase)
            && !scalars.contains { $0.isUppercase || $0.generalCategory == .titlecaseLetter })
      },
      method("istitle") { text, _, _ in .bool(isTitle(text)) },
      method("isidentifier") { text, _, _ in
        let first = text.unicodeScalars.first
        let starts = first.map { $0 == "_" || $0.properties.isXIDStart } ?? false
        return .bool(starts && text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue })
      },
    ]
  }

  private static func test(
    _ name: String, ofEmpty: Bool = false, _ holds: @escaping @Sendable (Unicode.Scalar) -> Bool
  ) -> Method {
    method(name) { text, _, _ in
      .bool(text.isEmpty ? ofEmpty : text.unicodeScalars.allSatisfy(holds))
    }
  }

  @Sendable private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  /// Whether capitals follow only what has no case, and small letters only what has.
  private static func isTitle(_ text: String) -> Bool {
    var (follows, found) = (false, false)
    for properties in text.unicodeScalars.map(\.properties) {
      if properties.isUppercase || properties.generalCategory == .titlecaseLetter {
        if follows { return false }
        (follows, found) = (true, true)
      } else if properties.isLowercase {
        if !follows { return false }
        found = true
      } else {
        follows = false
      }
    }
    return found
  }
}
