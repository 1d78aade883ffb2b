/// Finds mathematics in the text of one paragraph, by Pandoc's rules.
///
/// `$` opens where no blank follows. The next one decides: it closes where no blank comes before and no digit
/// after; else the first was a plain dollar sign. A backslash, code spans and the braces of `\text` hide one.
struct MathScanner {
  let text: [UInt8]
  private(set) var index = 0
  private let runs: BacktickStrings
  /// The dollar sign that was found last: it also is the next one for every place before.
  private var closer = -1
  /// The next dollar sign behind each `\text{` that was passed over.
  private var closers: [Int: Int] = [:]

  /// The bytes of the longest formula in a paragraph; longer ones are text.
  static let limit = 1 << 16
  private let dollar = UInt8(ascii: "$")

  init(text: [UInt8]) {
    self.text = text
    runs = BacktickStrings(text[...])
  }

  /// Looks again at what was passed over.
  mutating func goBack(to place: Int) { index = place }

  /// Moves over one piece of text; returns the mathematics where it was that.
  mutating func next() -> ProtectedSpans.Span? {
    switch text[index] {
    case UInt8(ascii: "\\"): index = min(index + 2, text.count)
    case UInt8(ascii: "`"): skipCode()
    case dollar: return math()
    default: index += 1
    }
    return nil
  }

  private mutating func skipCode() {
    let count = run(at: index)
    let start = index + count
    index = start
    guard runs.hasRun(of: count, from: start) else { return }
    var place = start
    while place < text.count {
      guard text[place] == UInt8(ascii: "`") else {
        place += 1
        continue
      }
      let length = run(at: place)
      place += length
      if length == count {
        index = place
        return
      }
    }
  }

  private func run(at start: Int) -> Int {
    text[start...].prefix { $0 == text[start] }.count
  }

  private mutating func math() -> ProtectedSpans.Span? {
    let isDisplay = index + 1 < text.count && text[index + 1] == dollar
    let width = isDisplay ? 2 : 1
    let start = index + width
    guard let end = isDisplay ? displayEnd(from: start) : inlineEnd(from: start) else {
      index = start
      return nil
    }
    let span = ProtectedSpans.Span(
      kind: isDisplay ? .displayMath : .inlineMath,
      source: String(decoding: text[index..<end + width], as: UTF8.self),
      content: String(decoding: text[start..<end], as: UTF8.self))
    index = end + width
    return span
  }

  private func displayEnd(from start: Int) -> Int? {
    let end = min(text.count - 1, start + Self.limit)
    guard start < end else { return nil }
    return (start + 1..<max(start + 1, end)).first { text[$0] == dollar && text[$0 + 1] == dollar }
  }

  private mutating func inlineEnd(from start: Int) -> Int? {
    guard start < text.count, !isBlank(text[start]) else { return nil }
    let end = closer > start ? closer : nextDollar(from: start)
    let isCloser = end > start && !isBlank(text[end - 1]) && !isDigit(end + 1)
    return isCloser && end < min(text.count, start + Self.limit) ? end : nil
  }

  /// The first dollar sign at `start` or later that is the formula's own; the text's end where there is none.
  /// It is kept, unless braces were passed over that a later start may stand in; then for each of them, so that
  /// none is passed over twice.
  private mutating func nextDollar(from start: Int) -> Int {
    var place = start
    var passed: [Int] = []
    while place < text.count, text[place] != dollar {
      if text[place...].starts(with: Self.words) {
        passed.append(place)
        if let known = closers[place] {
          place = known
          break
        }
        place = endOfWords(from: place + Self.words.count)
      } else {
        place += text[place] == UInt8(ascii: "\\") ? 2 : 1
      }
    }
    let found = min(place, text.count)
    for words in passed { closers[words] = found }
    closer = passed.isEmpty ? found : -1
    return found
  }

  private static let words = Array("\\text{".utf8)

  /// Behind the brace that closes those before `start`; `start` where none does.
  private func endOfWords(from start: Int) -> Int {
    var depth = 1
    for place in start..<min(text.count, start + 200) {
      if text[place] == UInt8(ascii: "{") { depth += 1 }
      if text[place] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return place + 1 }
    }
    return start
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

  private func isDigit(_ place: Int) -> Bool {
    place < text.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[place])
  }
}
