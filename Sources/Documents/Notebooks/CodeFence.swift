internal import Diagnostics

/// A fenced code block at the top level, read from the source (CommonMark 0.30, section 4.5).
struct CodeFence {
  let lines: ClosedRange<Int>
  /// The opening run of backticks or tildes.
  let markRange: Range<Int>
  /// The info string without blanks around it.
  let infoRange: Range<Int>
  let isClosed: Bool
  let content: DirectiveContent

  /// Nil where the line opens no fence, as for an indented code block.
  init?(_ source: SourceText, openedAt line: Int) {
    guard let opening = Self.run(source, line) else { return nil }
    var last = line + 1
    let count = source.lineCount
    while last <= count, !Self.closes(source, last, opening) { last += 1 }
    isClosed = last <= count
    lines = line...min(last, max(count, line))
    markRange = opening
    let rest = opening.upperBound..<source.contentRange(ofLine: line).upperBound
    infoRange = source.trimmed(rest)
    let indent = opening.lowerBound - source.start(ofLine: line)
    content = DirectiveContent(source, lines: line + 1..<max(line + 1, last), indent: indent)
  }

  /// From the first line's start to the last line's end, without its ending.
  func range(in source: SourceText) -> Range<Int> {
    let end = source.contentRange(ofLine: lines.upperBound).upperBound
    return source.start(ofLine: lines.lowerBound)..<end
  }

  private static func run(_ source: SourceText, _ line: Int) -> Range<Int>? {
    let content = source.content(ofLine: line)
    let rest = content.drop { $0 == 0x20 }
    guard rest.startIndex - content.startIndex <= 3, let mark = rest.first else { return nil }
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let run = rest.prefix { $0 == mark }
    return run.count >= 3 ? run.startIndex..<run.endIndex : nil
  }

  private static func closes(_ source: SourceText, _ line: Int, _ opening: Range<Int>) -> Bool {
    guard let run = run(source, line), run.count >= opening.count else { return false }
    guard source.bytes[run.lowerBound] == source.bytes[opening.lowerBound] else { return false }
    return source.bytes[run.upperBound..<source.contentRange(ofLine: line).upperBound]
      .allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

extension SourceText {
  /// A range without blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }
}
