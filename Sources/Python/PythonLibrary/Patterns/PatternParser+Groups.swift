internal import PythonRuntime

extension PatternParser {
  /// What follows an opening parenthesis; nil for comments and flags of the whole pattern.
  mutating func group(_ flags: PatternFlags) throws(PatternProblem) -> PatternNode? {
    let start = place - 1
    guard takes("?") else { return try captured(flags, nil, start) }
    guard let kind = next else { throw PatternProblem("unexpected end of pattern", place) }
    place += 1
    switch kind {
    case ":": return try closed(flags, start)
    case ">": return .atomic(try closed(flags, start))
    case "=", "!":
      return .look(try closed(flags, start), isAhead: true, isNegated: kind == "!")
    case "<":
      guard let mark = next, mark == "=" || mark == "!" else {
        throw PatternProblem("unknown extension ?<\(next.map { String($0) } ?? "")", start + 1)
      }
      place += 1
      let node = try closed(flags, start)
      guard node.width != nil else {
        throw PatternProblem("look-behind requires fixed-width pattern", nil)
      }
      return .look(node, isAhead: false, isNegated: mark == "!")
    case "P": return try named(flags, start)
    case "#":
      while let scalar = next {
        place += 1
        if scalar == ")" { return nil }
      }
      throw PatternProblem("missing ), unterminated comment", start)
    case "(": throw PatternProblem("conditional groups are not supported by Caderno", start)
    default: return try flagged(flags, kind, start)
    }
  }

  private mutating func closed(
    _ flags: PatternFlags, _ start: Int
  ) throws(PatternProblem) -> PatternNode {
    let node = try alternatives(flags)
    guard takes(")") else { throw PatternProblem("missing ), unterminated subpattern", start) }
    return .sequence([node])
  }

  private mutating func captured(
    _ flags: PatternFlags, _ name: String?, _ start: Int
  ) throws(PatternProblem) -> PatternNode {
    groupCount += 1
    let number = groupCount
    if let name {
      if let old = names[name] {
        throw PatternProblem(
          "redefinition of group name \(TextLiteral.repr(name)) as group \(number); "
            + "was group \(old)", place - name.unicodeScalars.count - 1)
      }
      names[name] = number
    }
    open.insert(number)
    let node = try closed(flags, start)
    open.remove(number)
    return .group(number, node)
  }

  /// `(?P<name>…)` and `(?P=name)`.
  private mutating func named(
    _ flags: PatternFlags, _ start: Int
  ) throws(PatternProblem) -> PatternNode {
    if takes("<") {
      let name = try name(until: ">")
      return try captured(flags, name, start)
    }
    guard takes("=") else {
      throw PatternProblem(
        "unknown extension ?P\(next.map { String($0) } ?? "")", start + 1)
    }
    let from = place
    let name = try name(until: ")")
    guard let number = names[name] else {
      throw PatternProblem("unknown group name \(TextLiteral.repr(name))", from)
    }
    if open.contains(number) {
      throw PatternProblem("cannot refer to an open group", from)
    }
    return .reference(number, ignoresCase: flags.contains(.ignoreCase))
  }

  private mutating func name(until end: Unicode.Scalar) throws(PatternProblem) -> String {
    let start = place
    var text = ""
    while let scalar = next, scalar != end {
      text.unicodeScalars.append(scalar)
      place += 1
    }
    if text.isEmpty, next != nil { throw PatternProblem("missing group name", start) }
    guard takes(end) else { throw PatternProblem("missing \(end), unterminated name", start) }
    let isWord =
      text.unicodeScalars.allSatisfy { ScalarTest.Category.isIn(.word, $0) }
      && text.unicodeScalars.first?.properties.generalCategory != .decimalNumber
    guard isWord else {
      throw PatternProblem("bad character in group name \(TextLiteral.repr(text))", start)
    }
    return text
  }

  /// `(?i)` and `(?i-m:…)`.
  private mutating func flagged(
    _ flags: PatternFlags, _ first: Unicode.Scalar, _ start: Int
  ) throws(PatternProblem) -> PatternNode? {
    place -= 1
    let added = try letters(first, start)
    var removed = PatternFlags()
    if takes("-") { removed = try letters(next ?? "-", start) }
    if takes(")") {
      self.flags.formUnion(added)
      return nil
    }
    guard takes(":") else { throw PatternProblem("missing -, : or )", place) }
    return try closed(flags.union(added).subtracting(removed), start)
  }

  private mutating func letters(
    _ first: Unicode.Scalar, _ start: Int
  ) throws(PatternProblem) -> PatternFlags {
    var found = PatternFlags()
    while let scalar = next, let flag = PatternFlags.letters[scalar] {
      found.insert(flag)
      place += 1
    }
    if found.isEmpty, first != "-" {
      // An escape counts as one.
      let rest = first == "\\" && place + 1 < pattern.count ? "\(pattern[place + 1])" : ""
      throw PatternProblem("unknown extension ?\(first)\(rest)", start + 1)
    }
    return found
  }
}
