/// A pattern in PCRE2's language, with Python's meaning.
///
/// Classes, anchors and letters that ignore case are written out, since PCRE2 has other ones. Callouts stand where work may
/// be done that PCRE2's own limits don't count: at the start, in loops, behind runs of one item and behind references.
struct PatternTranslation {
  private(set) var text = ""

  /// A callout that stands for the end of the pattern.
  static let endMark: UInt32 = 255

  init(_ node: PatternNode) {
    mark(node)
    emit(node)
    text += "(?C\(Self.endMark))"
  }

  /// A callout whose number is how often the work up to the next one doubles.
  private mutating func mark(_ node: PatternNode) {
    let doubled = Int.bitWidth - (node.size / 16).leadingZeroBitCount
    text += "(?C\(doubled))"
  }

  /// What stands in parentheses already.
  private mutating func inside(_ node: PatternNode) {
    guard case .either(let nodes) = node else { return emit(node) }
    for (place, node) in nodes.enumerated() {
      if place > 0 { text += "|" }
      emit(node)
    }
  }

  private mutating func enclosed(_ opening: String, _ node: PatternNode, isMarked: Bool = false) {
    text += opening
    if isMarked { mark(node) }
    inside(node)
    text += ")"
  }

  private mutating func emit(_ node: PatternNode) {
    switch node {
    case .empty: break
    case .test(let test): text += test.text
    case .any(let takesNewlines): text += takesNewlines ? "." : "\\N"
    case .place(let place, let isASCII): text += Self.text(place, isASCII)
    case .sequence(let nodes): for node in nodes { emit(node) }
    case .either: enclosed("(?:", node)
    case .group(_, let inner): enclosed("(", inner)
    case .reference(let reference): emit(reference)
    case .repeated(let inner, let range, let greed): emit(repeated: inner, range, greed)
    case .look(let inner, let isAhead, let isNegated):
      enclosed("(?\(isAhead ? "" : "<")\(isNegated ? "!" : "=")", inner)
    case .atomic(let inner): enclosed("(?>", inner)
    case .conditional(let number, let yes, let no):
      text += "(?(\(number))"
      emit(yes)
      text += "|"
      emit(no)
      text += ")"
    }
  }

  /// What was taken where case is ignored is looked at again: PCRE2 counts more letters as the same than Python.
  private mutating func emit(_ reference: PatternNode.Reference) {
    let plain = "\\g{\(reference.number)}"
    let name = "\(reference.isASCII ? "-" : "")\(reference.number)"
    text += reference.ignoresCase ? "(?i:\(plain))(?C'\(name)')" : "\(plain)(?C0)"
  }

  private mutating func emit(
    repeated node: PatternNode, _ range: ClosedRange<Int>, _ greed: PatternNode.Greed
  ) {
    let isLoop = range.upperBound > Self.shortRun
    switch node {
    case .test, .any: emit(node)
    case .group(_, let inner) where greed != .all: enclosed("(", inner, isMarked: isLoop)
    // CPython gives nothing back of a turn once it is over.
    default: enclosed(greed == .all ? "(?>" : "(?:", node, isMarked: isLoop)
    }
    text += "{\(range.lowerBound),\(range.upperBound == .max ? "" : "\(range.upperBound)")}"
    text += [.most: "", .least: "?", .all: "+"][greed] ?? ""
    if isLoop { text += "(?C0)" }
  }

  /// Turns of an item that need no callout.
  private static let shortRun = 64

  private static func text(_ place: PatternNode.Place, _ isASCII: Bool) -> String {
    let word = "[\(ScalarTest.Category(kind: .word, isASCII: isASCII).members)]"
    return switch place {
    case .start: "\\A"
    case .lineStart: "(?<!\\N)"
    case .textEnd: "\\z"
    case .end: "\\Z"
    case .lineEnd: "(?!\\N)"
    case .boundary: "(?:(?<=\(word))(?!\(word))|(?<!\(word))(?=\(word)))"
    // CPython 3.12 finds none in an empty text.
    case .noBoundary: "(?:(?<=\(word))(?=\(word))|(?<!\(word))(?!\(word)))(?!\\A\\z)"
    }
  }
}
