internal import PythonRuntime
internal import Texts

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
    case "<": return try lookBehind(flags, start)
    case "P": return try named(flags, start)
    case "#":
      skip(to: ")")
      if takes(")") { return nil }
      throw PatternProblem("missing ), unterminated comment", start)
    case "(": return try conditional(flags, start)
    default: return try flagged(flags, kind, start)
    }
  }

  private mutating func lookBehind(
    _ flags: PatternFlags, _ start: Int
  ) throws(PatternProblem) -> PatternNode {
    guard let mark = next else { throw PatternProblem("unexpected end of pattern", place) }
    guard mark == "=" || mark == "!" else {
      throw PatternProblem("unknown extension ?<\(item(at: place))", start + 1)
    }
    place += 1
    let isOutermost = groupsBeforeLook == nil
    if isOutermost { groupsBeforeLook = groupCount }
    let node = try closed(flags, start)
    if isOutermost { groupsBeforeLook = nil }
    if node.width == nil, lateProblem == nil {
      lateProblem = PatternProblem("look-behind requires fixed-width pattern", nil)
    }
    return .look(node, isAhead: false, isNegated: mark == "!")
  }

  /// A character or an escape, which count as one.
  private func item(at place: Int) -> String {
    let count = pattern[place] == "\\" ? 2 : 1
    return String(String.UnicodeScalarView(pattern[place..<min(place + count, pattern.count)]))
  }

  /// `(?(1)yes|no)` and `(?(name)yes|no)`.
  private mutating func conditional(
    _ flags: PatternFlags, _ start: Int
  ) throws(PatternProblem) -> PatternNode {
    let from = place
    let name = try text(until: ")")
    let number: Int
    if name.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      number = min(Int(name) ?? .max, 1 << 30)
      if number == 0 { throw PatternProblem("bad group number", from) }
      conditions[number] = conditions[number] ?? from
    } else {
      number = try group(named: name, from)
    }
    try checkLookBehind(number)
    let yes = try sequence(flags)
    let no = takes("|") ? try sequence(flags) : .empty
    if next == "|" {
      throw PatternProblem("conditional backref with more than two branches", place)
    }
    guard takes(")") else { throw PatternProblem("missing ), unterminated subpattern", start) }
    return .conditional(number, yes, no)
  }

  /// Nothing in a look-behind refers to its own groups.
  func checkLookBehind(_ number: Int) throws(PatternProblem) {
    guard let groupsBeforeLook else { return }
    if open.contains(number) || number > groupCount {
      throw PatternProblem("cannot refer to an open group", place)
    }
    if number > groupsBeforeLook {
      throw PatternProblem(
        "cannot refer to group defined in the same lookbehind subpattern", place)
    }
  }

  mutating func closed(
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
    widths[number] = node.width
    return .group(number, node)
  }

  /// `(?P<name>…)` and `(?P=name)`.
  private mutating func named(
    _ flags: PatternFlags, _ start: Int
  ) throws(PatternProblem) -> PatternNode {
    if takes("<") {
      let from = place
      let name = try text(until: ">")
      try check(name, from)
      return try captured(flags, name, start)
    }
    guard next != nil else { throw PatternProblem("unexpected end of pattern", place) }
    guard takes("=") else {
      throw PatternProblem("unknown extension ?P\(item(at: place))", start + 1)
    }
    let from = place
    let number = try group(named: text(until: ")"), from)
    if open.contains(number) { throw PatternProblem("cannot refer to an open group", from) }
    try checkLookBehind(number)
    return reference(to: number, flags)
  }

  /// The number of a group that has the name.
  private func group(named name: String, _ from: Int) throws(PatternProblem) -> Int {
    try check(name, from)
    guard let number = names[name] else {
      throw PatternProblem("unknown group name \(TextLiteral.repr(name))", from)
    }
    return number
  }

  /// What stands before a mark, which is taken too.
  private mutating func text(until end: Unicode.Scalar) throws(PatternProblem) -> String {
    let start = place
    skip(to: end)
    let text = String(String.UnicodeScalarView(pattern[start..<place]))
    if text.isEmpty { throw PatternProblem("missing group name", start) }
    guard takes(end) else { throw PatternProblem("missing \(end), unterminated name", start) }
    return text
  }

  private func check(_ name: String, _ start: Int) throws(PatternProblem) {
    let isWord =
      name.unicodeScalars.allSatisfy(ScalarTest.Category.isWord)
      && name.unicodeScalars.first?.properties.generalCategory != .decimalNumber
    guard isWord else {
      throw PatternProblem("bad character in group name \(TextLiteral.repr(name))", start)
    }
  }
}
