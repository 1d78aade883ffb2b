internal import PythonRuntime

/// Reads a regular expression as Python's `re` does.
struct PatternParser {
  let pattern: [Unicode.Scalar]
  var place = 0
  var groupCount = 0
  var names: [String: Int] = [:]
  /// Flags that hold for the whole pattern.
  var flags: PatternFlags
  /// The widths of closed groups that have one.
  var widths: [Int: Int] = [:]
  /// Where groups are asked for that may come later.
  var conditions: [Int: Int] = [:]
  /// Groups that aren't closed yet, which nothing can refer to.
  var open: Set<Int> = []
  /// How many groups there were where the outermost look-behind began, in which nothing can refer to its own.
  var groupsBeforeLook: Int?
  /// What is wrong with the whole, said only where nothing else is.
  var lateProblem: PatternProblem?
  /// Whether flags may stand here that hold for the whole pattern.
  private(set) var isAtStart = false
  private var depth = 0

  init(_ pattern: [Unicode.Scalar], _ flags: PatternFlags) {
    (self.pattern, self.flags) = (pattern, flags)
  }

  /// The whole pattern.
  mutating func parse() throws(PatternProblem) -> PatternNode {
    let node = try alternatives(flags, isWhole: true)
    if place < pattern.count { throw PatternProblem("unbalanced parenthesis", place) }
    for (number, place) in conditions.sorted(by: { $0.value < $1.value }) where number > groupCount
    {
      throw PatternProblem("invalid group reference \(number)", place)
    }
    if let lateProblem { throw lateProblem }
    if PatternFlags.types.isSubset(of: flags) {
      throw PatternProblem("ASCII and UNICODE flags are incompatible", nil, kind: "ValueError")
    }
    return node
  }

  var next: Unicode.Scalar? { place < pattern.count ? pattern[place] : nil }

  mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    place += 1
    return true
  }

  mutating func alternatives(
    _ given: PatternFlags, isWhole: Bool = false
  ) throws(PatternProblem) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { throw PatternProblem("too many nested groups", place) }
    var nodes: [PatternNode] = []
    repeat {
      let flags = isWhole ? self.flags : given
      nodes.append(try sequence(flags, isFirst: isWhole && nodes.isEmpty))
    } while takes("|")
    return nodes.count == 1 ? nodes[0] : .either(nodes)
  }

  mutating func sequence(
    _ given: PatternFlags, isFirst: Bool = false
  ) throws(PatternProblem) -> PatternNode {
    var (nodes, flags): ([PatternNode], PatternFlags) = ([], given)
    while let scalar = next, scalar != "|", scalar != ")" {
      if flags.contains(.verbose), skipsComment() { continue }
      let start = place
      if let range = try quantifier() {
        guard let last = nodes.last, !Self.isPlace(last) else {
          throw PatternProblem("nothing to repeat", start)
        }
        if last.isRepeat { throw PatternProblem("multiple repeat", start) }
        let greed: PatternNode.Greed = takes("?") ? .least : takes("+") ? .all : .most
        nodes[nodes.count - 1] = .repeated(last, range, greed)
        continue
      }
      place += 1
      isAtStart = isFirst && nodes.isEmpty
      if let node = try item(scalar, flags) {
        nodes.append(node)
      } else if isFirst {
        flags = self.flags
      }
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private static func isPlace(_ node: PatternNode) -> Bool {
    if case .place = node { true } else { false }
  }

  /// Blanks and comments of a verbose pattern.
  private mutating func skipsComment() -> Bool {
    guard let scalar = next else { return false }
    if " \t\n\r\u{B}\u{C}".unicodeScalars.contains(scalar) {
      place += 1
      return true
    }
    guard scalar == "#" else { return false }
    skip(to: "\n")
    return true
  }

  /// Goes on to a character; an escape counts as one, which is another.
  mutating func skip(to end: Unicode.Scalar) {
    while let scalar = next, scalar != end { place += scalar == "\\" ? 2 : 1 }
    place = min(place, pattern.count)
  }

  /// `*`, `+`, `?` or `{m,n}`; nil where there is none.
  private mutating func quantifier() throws(PatternProblem) -> ClosedRange<Int>? {
    switch next {
    case "*": place += 1; return 0...Int.max
    case "+": place += 1; return 1...Int.max
    case "?": place += 1; return 0...1
    case "{": return try braces()
    default: return nil
    }
  }

  private mutating func braces() throws(PatternProblem) -> ClosedRange<Int>? {
    let start = place
    place += 1
    if next == "}" { place = start; return nil }
    let low = digits()
    let high = takes(",") ? digits() : low
    let isExact = pattern[start..<place].contains(",") == false
    guard takes("}"), !(isExact && low.isEmpty) else {
      place = start
      return nil
    }
    guard let least = low.isEmpty ? 0 : UInt32(low), least < .max,
      let given = high.isEmpty ? 0 : UInt32(high), given < .max
    else {
      throw PatternProblem("the repetition number is too large", nil, kind: "OverflowError")
    }
    let most = high.isEmpty ? Int.max : Int(given)
    guard least <= most else {
      throw PatternProblem("min repeat greater than max repeat", start + 1)
    }
    return Int(least)...most
  }

  mutating func digits() -> String {
    var text = ""
    while let scalar = next, ("0"..."9").contains(scalar) {
      text.unicodeScalars.append(scalar)
      place += 1
    }
    return text
  }

  /// One item that begins with a character; nil for flags and comments.
  private mutating func item(
    _ scalar: Unicode.Scalar, _ flags: PatternFlags
  ) throws(PatternProblem) -> PatternNode? {
    let isASCII = flags.contains(.ascii)
    switch scalar {
    case ".": return .any(takesNewlines: flags.contains(.dotAll))
    case "^": return .place(flags.contains(.multiline) ? .lineStart : .start, isASCII: isASCII)
    case "$": return .place(flags.contains(.multiline) ? .lineEnd : .end, isASCII: isASCII)
    case "(": return try group(flags)
    case "[": return .test(try set(flags))
    case "\\": return try escape(flags)
    default: return .test(ScalarTest(scalar, flags))
    }
  }
}
