internal import PythonRuntime

extension PatternParser {
  /// `(?i)`, which holds for the whole pattern and gives nil, and `(?i-m:…)`.
  mutating func flagged(
    _ flags: PatternFlags, _ first: Unicode.Scalar, _ start: Int
  ) throws(PatternProblem) -> PatternNode? {
    place -= 1
    guard first == "-" || PatternFlags.letters[first] != nil || first == "L" else {
      let count = first == "\\" ? 2 : 1
      let shown = pattern[place..<min(place + count, pattern.count)]
      throw PatternProblem(
        "unknown extension ?\(String(String.UnicodeScalarView(shown)))", start + 1)
    }
    var added: PatternFlags = []
    if first != "-" {
      added = try letters(until: "missing -, : or )") { parser, flag, all throws(PatternProblem) in
        try parser.checkType(flag, all)
      }
    }
    if takes(")") {
      guard isAtStart else {
        throw PatternProblem("global flags not at the start of the expression", start)
      }
      self.flags.formUnion(added)
      return nil
    }
    let removed = try removedFlags()
    if !added.isDisjoint(with: removed) {
      throw PatternProblem("bad inline flags: flag turned on and off", place - 1)
    }
    var inner = flags.union(added).subtracting(removed)
    if added.contains(.unicode) { inner.remove(.ascii) }
    if added.contains(.ascii) { inner.remove(.unicode) }
    return try closed(inner, start)
  }

  /// What stands behind a `-`, and the colon.
  private mutating func removedFlags() throws(PatternProblem) -> PatternFlags {
    if takes(":") { return [] }
    guard takes("-") else { throw PatternProblem("missing -, : or )", place) }
    guard let first = next else { throw PatternProblem("missing flag", place) }
    guard PatternFlags.letters[first] != nil || first == "L" else {
      throw PatternProblem(first.properties.isAlphabetic ? "unknown flag" : "missing flag", place)
    }
    let removed = try letters(until: "missing :") { parser, flag, _ throws(PatternProblem) in
      guard let flag, PatternFlags.types.isDisjoint(with: flag) else {
        throw PatternProblem(
          "bad inline flags: cannot turn off flags 'a', 'u' and 'L'", parser.place)
      }
    }
    guard takes(":") else { throw PatternProblem("missing :", place) }
    return removed
  }

  /// Flags up to `)`, `-` or `:`; each is taken, then checked: nil for `L`.
  private mutating func letters(
    until missing: String,
    _ check: (PatternParser, PatternFlags?, PatternFlags) throws(PatternProblem) -> Void
  ) throws(PatternProblem) -> PatternFlags {
    var found = PatternFlags()
    while true {
      guard let scalar = next else { throw PatternProblem(missing, place) }
      if ")-:".unicodeScalars.contains(scalar) { return found }
      guard PatternFlags.letters[scalar] != nil || scalar == "L" else {
        throw PatternProblem(scalar.properties.isAlphabetic ? "unknown flag" : missing, place)
      }
      place += 1
      let flag = PatternFlags.letters[scalar]
      found.formUnion(flag ?? [])
      try check(self, flag, found)
    }
  }

  private func checkType(_ flag: PatternFlags?, _ all: PatternFlags) throws(PatternProblem) {
    guard flag != nil else {
      throw PatternProblem("bad inline flags: cannot use 'L' flag with a str pattern", place)
    }
    if PatternFlags.types.isSubset(of: all) {
      throw PatternProblem("bad inline flags: flags 'a', 'u' and 'L' are incompatible", place)
    }
  }
}
