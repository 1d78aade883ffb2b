internal import PythonRuntime

/// A regular expression as a tree.
indirect enum PatternNode {
  /// A place in the text that takes no character.
  enum Place { case start, lineStart, end, lineEnd, textEnd, boundary, noBoundary }
  enum Greed { case most, least, all }

  case empty
  case test(ScalarTest)
  /// `.`, which takes the end of a line only where `re.S` is set.
  case any(takesNewlines: Bool)
  case place(Place, isASCII: Bool)
  case sequence([PatternNode])
  case either([PatternNode])
  case group(Int, PatternNode)
  case reference(Reference)
  case repeated(PatternNode, ClosedRange<Int>, Greed)
  case look(PatternNode, isAhead: Bool, isNegated: Bool)
  /// `(?>…)`: what it took once is not given back.
  case atomic(PatternNode)
  /// `(?(1)yes|no)`.
  case conditional(Int, PatternNode, PatternNode)

  /// What a group took, once more.
  struct Reference {
    var number: Int
    var ignoresCase = false
    /// Whether only letters of ASCII have cases.
    var isASCII = false
    /// The group's width.
    var width: Int?
  }

  /// How many characters it takes, where that is one number.
  var width: Int? {
    switch self {
    case .empty, .place, .look: return 0
    case .test, .any: return 1
    case .group(_, let node), .atomic(let node): return node.width
    case .reference(let reference): return reference.width
    case .sequence(let nodes):
      var sum = 0
      for node in nodes {
        guard let width = node.width else { return nil }
        sum += width
      }
      return sum
    case .either(let nodes): return Self.width(of: nodes)
    case .conditional(_, let yes, let no): return Self.width(of: [yes, no])
    case .repeated(let node, let range, _):
      guard range.lowerBound == range.upperBound, let width = node.width else { return nil }
      let (product, overflows) = width.multipliedReportingOverflow(by: range.lowerBound)
      return overflows ? nil : product
    }
  }

  private static func width(of nodes: [PatternNode]) -> Int? {
    let widths = Set(nodes.map(\.width))
    return widths.count == 1 ? widths.first ?? nil : nil
  }

  /// How many items PCRE2 makes of it, which writes the turns of a group out; more than fits where that is too many.
  var size: Int {
    switch self {
    case .empty: 0
    case .test(let test): max(1, test.ranges.count)
    case .any, .place, .reference: 1
    case .group(_, let node), .atomic(let node), .look(let node, _, _): 1 + node.size
    case .sequence(let nodes), .either(let nodes): nodes.reduce(1) { $0 + $1.size }
    case .conditional(_, let yes, let no): 1 + yes.size + no.size
    case .repeated(let node, let range, _): Self.size(of: node, range)
    }
  }

  /// The most turns that PCRE2 counts.
  private static let mostTurns = 65_535

  private static func size(of node: PatternNode, _ range: ClosedRange<Int>) -> Int {
    let turns = range.upperBound == .max ? range.lowerBound : range.upperBound
    guard turns <= mostTurns else { return 1 << 32 }
    switch node {
    case .test, .any: return node.size
    default: return min(1 + node.size * max(turns, 1), 1 << 32)
    }
  }

  var isRepeat: Bool {
    if case .repeated = self { true } else { false }
  }
}

/// What is wrong with a pattern, in `re`'s words.
struct PatternProblem: Error {
  let message: String
  /// The place in the pattern; nil where the message has none.
  let position: Int?
  /// The exception.
  let kind: String

  init(_ message: String, _ position: Int?, kind: String = "re.error") {
    (self.message, self.position, self.kind) = (message, position, kind)
  }

  func text(in pattern: [Unicode.Scalar]) -> String {
    guard let position else { return message }
    guard pattern.contains("\n") else { return "\(message) at position \(position)" }
    let before = pattern.prefix(position)
    let line = before.count { $0 == "\n" } + 1
    let column = position - (before.lastIndex(of: "\n") ?? -1)
    return "\(message) at position \(position) (line \(line), column \(column))"
  }
}

/// The letters after a `?`, and what they set.
struct PatternFlags: OptionSet {
  let rawValue: Int
  static let ignoreCase = PatternFlags(rawValue: 2)
  static let multiline = PatternFlags(rawValue: 8)
  static let dotAll = PatternFlags(rawValue: 16)
  static let unicode = PatternFlags(rawValue: 32)
  static let verbose = PatternFlags(rawValue: 64)
  static let ascii = PatternFlags(rawValue: 256)

  /// Which characters are words, digits and blanks.
  static let types: PatternFlags = [.ascii, .unicode]

  static let letters: [Unicode.Scalar: PatternFlags] = [
    "i": .ignoreCase, "m": .multiline, "s": .dotAll, "u": .unicode, "x": .verbose, "a": .ascii,
  ]
}
