internal import PythonRuntime

extension PatternParser {
  /// What follows a backslash outside of a set.
  mutating func escape(_ flags: PatternFlags) throws(PatternProblem) -> PatternNode {
    let start = place - 1
    guard let scalar = next else {
      throw PatternProblem("bad escape (end of pattern)", start)
    }
    let isASCII = flags.contains(.ascii)
    if let category = category(scalar, flags) {
      place += 1
      return .test(ScalarTest(category))
    }
    let places: [Unicode.Scalar: PatternNode.Place] = [
      "A": .start, "Z": .textEnd, "b": .boundary, "B": .noBoundary,
    ]
    if let found = places[scalar] {
      place += 1
      return .place(found, isASCII: isASCII)
    }
    if ("1"..."9").contains(scalar) {
      if let node = try reference(flags, start) { return node }
    }
    return .test(ScalarTest(try character(start), flags))
  }

  private func category(
    _ scalar: Unicode.Scalar, _ flags: PatternFlags
  ) -> ScalarTest.Category? {
    let kinds: [Unicode.Scalar: ScalarTest.Category.Kind] = [
      "d": .digit, "s": .space, "w": .word,
    ]
    guard let kind = kinds[scalar.lowered] else { return nil }
    return ScalarTest.Category(
      kind: kind, isNegated: scalar != scalar.lowered, isASCII: flags.contains(.ascii))
  }

  /// `\1`; nil where three digits are a character's number.
  private mutating func reference(
    _ flags: PatternFlags, _ start: Int
  ) throws(PatternProblem) -> PatternNode? {
    let two = pattern[place..<min(place + 3, pattern.count)].prefix { ("0"..."9").contains($0) }
    if two.count == 3, two.allSatisfy({ ("0"..."7").contains($0) }) { return nil }
    let digits = String(String.UnicodeScalarView(two.prefix(2)))
    place += digits.count
    let number = Int(digits) ?? 0
    guard number <= groupCount else {
      throw PatternProblem("invalid group reference \(number)", start + 1)
    }
    if open.contains(number) {
      throw PatternProblem("cannot refer to an open group", start)
    }
    try checkLookBehind(number)
    return reference(to: number, flags)
  }

  func reference(to number: Int, _ flags: PatternFlags) -> PatternNode {
    .reference(
      PatternNode.Reference(
        number: number, ignoresCase: flags.contains(.ignoreCase),
        isASCII: flags.contains(.ascii), width: widths[number]))
  }

  /// The character that an escape stands for.
  private mutating func character(_ start: Int) throws(PatternProblem) -> Unicode.Scalar {
    let scalar = pattern[place]
    place += 1
    let plain: [Unicode.Scalar: Unicode.Scalar] = [
      "n": "\n", "t": "\t", "r": "\r", "f": "\u{C}", "v": "\u{B}", "a": "\u{7}", "\\": "\\",
    ]
    if let found = plain[scalar] { return found }
    let lengths: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]
    if let length = lengths[scalar] { return try coded(length, start) }
    if ("0"..."7").contains(scalar) {
      var digits = String(scalar)
      while digits.count < 3, let more = next, ("0"..."7").contains(more) {
        digits.unicodeScalars.append(more)
        place += 1
      }
      guard let number = UInt32(digits, radix: 8), number <= 0o377,
        let found = Unicode.Scalar(number)
      else {
        throw PatternProblem("octal escape value \\\(digits) outside of range 0-0o377", start)
      }
      return found
    }
    if scalar.isASCII, ScalarTest.Category.isWord(scalar), scalar != "_" {
      throw PatternProblem("bad escape \\\(scalar)", start)
    }
    return scalar
  }

  private mutating func coded(
    _ length: Int, _ start: Int
  ) throws(PatternProblem) -> Unicode.Scalar {
    let digits = pattern[place..<min(place + length, pattern.count)].prefix {
      $0.properties.isASCIIHexDigit
    }
    place += digits.count
    let shown = String(String.UnicodeScalarView(pattern[start..<place]))
    guard digits.count == length,
      let number = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
    else { throw PatternProblem("incomplete escape \(shown)", start) }
    guard let found = Unicode.Scalar(number) else {
      throw PatternProblem("bad escape \(shown)", start)
    }
    return found
  }

  /// What follows an opening bracket.
  mutating func set(_ flags: PatternFlags) throws(PatternProblem) -> ScalarTest {
    let start = place - 1
    var test = ScalarTest(flags)
    test.isNegated = takes("^")
    var isFirst = true
    while true {
      guard let scalar = next else { throw PatternProblem("unterminated character set", start) }
      if scalar == "]", !isFirst { break }
      isFirst = false
      let from = place
      let low = try member(flags, start)
      guard next == "-", place + 1 < pattern.count, pattern[place + 1] != "]" else {
        Self.add(low, to: &test)
        continue
      }
      place += 1
      let high = try member(flags, start)
      guard case .character(let first) = low, case .character(let last) = high,
        first.value <= last.value
      else {
        let shown = String(String.UnicodeScalarView(pattern[from..<place]))
        throw PatternProblem("bad character range \(shown)", from)
      }
      test.ranges.append(first.value...last.value)
    }
    place += 1
    return test
  }

  private enum Member {
    case character(Unicode.Scalar)
    case category(ScalarTest.Category)
  }

  private static func add(_ member: Member, to test: inout ScalarTest) {
    switch member {
    case .character(let scalar): test.ranges.append(scalar.value...scalar.value)
    case .category(let category): test.categories.append(category)
    }
  }

  private mutating func member(
    _ flags: PatternFlags, _ start: Int
  ) throws(PatternProblem) -> Member {
    guard let scalar = next else { throw PatternProblem("unterminated character set", start) }
    place += 1
    guard scalar == "\\" else { return .character(scalar) }
    guard let escaped = next else {
      throw PatternProblem("bad escape (end of pattern)", place - 1)
    }
    if let category = category(escaped, flags) {
      place += 1
      return .category(category)
    }
    if escaped == "b" {
      place += 1
      return .character("\u{8}")
    }
    return .character(try character(place - 1))
  }
}
