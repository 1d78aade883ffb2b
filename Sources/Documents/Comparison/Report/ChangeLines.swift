internal import Diagnostics

/// One change as lines of a report.
struct ChangeLines {
  let language: Language
  let style: ReportStyle

  /// Longer texts are told by their sizes.
  private static let mostLines = 5000
  /// Of longer lines the beginnings are told.
  private static let mostWords = 2000
  /// Lines of one text that are listed; JSON has all of them.
  private static let mostShown = 12

  /// The place, both sides, and how far apart they are.
  func lines(_ change: LeafChange) -> [String] {
    let place = PlaceWords.text(change.place, in: language)
    switch body(change) {
    case .line(let line): return ["    \(place): \(line)"]
    case .block(let lines): return ["    \(place):"] + lines.map { "      " + $0 }
    }
  }

  /// What stands behind a change's place, or below it.
  enum Body {
    case line(String)
    case block([String])

    var lines: [String] {
      switch self {
      case .line(let line): [line]
      case .block(let lines): lines
      }
    }
  }

  /// Both sides, and how far apart they are.
  func body(_ change: LeafChange) -> Body {
    switch (change.a, change.b) {
    case (.number(let a), .number(let b)): return .line(numbers(a, b, change))
    case (.text(let a), .text(let b)): return text(a, b)
    case (.pixels(let a), .pixels(let b)):
      let apart = zip(a, b).map { abs(Int($0) - Int($1)) }
      let words = ReportWords.pixels(
        apart.count { $0 > 0 }, of: apart.count, most: apart.max() ?? 0)
      return .line(words.text(in: language))
    default: return .line("\(Self.word(change.a)) → \(Self.word(change.b))")
    }
  }

  /// A drawing's source means nothing to a reader: its words, and how many elements differ.
  func drawing(_ change: LeafChange) -> [String] {
    guard let words = drawingWords(change) else { return lines(change) }
    return words.map { "    " + $0 }
  }

  /// A drawing's words where they differ, and how many elements do; nil for what has no source.
  func drawingWords(_ change: LeafChange) -> [String]? {
    guard case .text(let a) = change.a, case .text(let b) = change.b else { return nil }
    let (first, second) = (Self.split(a), Self.split(b))
    let isShort = max(first.count, second.count) <= Self.mostLines
    let count = isShort ? LinePairs(first, second).pairs.count : max(first.count, second.count)
    let (old, new) = (Drawing.title(of: a), Drawing.title(of: b))
    let title = old == new ? [] : [words(old, new)]
    return title + [ReportWords.elements(count).text(in: language)]
  }

  private static func split(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func numbers(_ a: Double, _ b: Double, _ change: LeafChange) -> String {
    var text = "\(style.removed(Self.number(a))) → \(style.added(Self.number(b)))"
    if let difference = change.difference, difference.isFinite {
      text += "  \(SmallNumber.signed(difference))"
    }
    if let part = change.relativeDifference, part.isFinite {
      text += " (\(SmallNumber.percent(part)))"
    }
    if change.verdict == .withinTolerance {
      text += "  " + style.dim(ReportWords.verdict(.withinTolerance).text(in: language))
    }
    return text
  }

  private func text(_ a: String, _ b: String) -> Body {
    let (first, second) = (Self.split(a), Self.split(b))
    if Self.isDigest(a), Self.isDigest(b) {
      return .line("\(style.removed(Self.short(a))) → \(style.added(Self.short(b)))")
    }
    if first.count == 1, second.count == 1 { return .line(words(a, b)) }
    guard max(first.count, second.count) <= Self.mostLines else {
      return .line("\(first.count) → \(second.count)")
    }
    let pairs = LinePairs(first, second).pairs
    let shown = pairs.prefix(Self.mostShown).map(line)
    let rest = pairs.count - shown.count
    return .block(shown + (rest > 0 ? [ReportWords.more(rest).text(in: language)] : []))
  }

  private func line(_ pair: LinePairs.Pair) -> String {
    switch pair {
    case .removed(let text): style.removed("- \(text)")
    case .added(let text): style.added("+ \(text)")
    case .changed(let a, let b): "~ \(words(a, b))"
    }
  }

  /// Both lines in one, with the words that differ marked: `[-old-]{+new+}`.
  private func words(_ a: String, _ b: String) -> String {
    let (old, new) = (SequenceEdit.words(a), SequenceEdit.words(b))
    // The cost of finding edits grows with the product of both.
    guard max(old.count, new.count) <= Self.mostWords else {
      return "\(style.removedWord(Self.beginning(a))) \(style.addedWord(Self.beginning(b)))"
    }
    var text = ""
    for edit in SequenceEdit.edits(old, new) {
      switch edit {
      case .kept(let word): text += word
      case .removed(let word): text += style.removedWord(word)
      case .added(let word): text += style.addedWord(word)
      }
    }
    return text
  }

  private static func beginning(_ line: String) -> String { "\(line.prefix(200))…" }

  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.allSatisfy(\.isHexDigit)
  }

  private static func short(_ digest: String) -> String { "\(digest.prefix(12))…" }

  private static func word(_ leaf: Leaf) -> String {
    switch leaf {
    case .number(let value): number(value)
    case .text(let text): text
    case .pixels(let bytes): "\(bytes.count) bytes"
    }
  }

  /// A whole number without its ".0".
  static func number(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
