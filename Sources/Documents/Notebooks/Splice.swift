internal import Diagnostics

/// Changes to a source that leave all other bytes alone.
struct Splice {
  private let source: SourceText
  private var edits: [(range: Range<Int>, bytes: [UInt8])] = []
  /// The last line that goes by the first one, for lines that follow one another.
  private var removed: [Int: Int] = [:]
  private var lastRemoved: ClosedRange<Int>?

  init(_ source: SourceText) { self.source = source }

  /// Puts bytes in a range's place; ranges must not overlap.
  mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) { edits.append((range, bytes)) }

  /// Takes a region out, with the lines that inserting it added; regions go in document order.
  ///
  /// Those lines are the empty line before it and, where its fence was tight, the one after it.
  mutating func remove(_ region: OutputRegion) {
    var first = region.lines.lowerBound
    var last = region.lines.upperBound
    if source.isEmpty(line: first - 1) { first -= 1 }
    if region.isTight, source.isEmpty(line: last + 1) { last += 1 }
    if let before = lastRemoved, first <= before.upperBound + 1 { first = before.lowerBound }
    lastRemoved = first...last
    removed[first] = last
  }

  /// The next line that stays; behind the source's last where none does.
  func nextLine(after line: Int) -> Int { (removed[line + 1] ?? line) + 1 }

  /// The source with all changes.
  var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.bytes.count)
    var copied = 0
    let removals = removed.map { (range: bytes(ofLines: $0.key...$0.value), bytes: [UInt8]()) }
    for edit in (removals + edits).sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let start = max(copied, edit.range.lowerBound)
      result += source.bytes[copied..<start]
      result += edit.bytes
      copied = max(start, edit.range.upperBound)
    }
    return result + source.bytes[copied...]
  }

  /// Where the source ends with these lines and without a line ending, it goes on to do so: the line
  /// before them loses its own.
  private func bytes(ofLines lines: ClosedRange<Int>) -> Range<Int> {
    var start = source.fullRange(ofLine: lines.lowerBound).lowerBound
    if source.ending(ofLine: lines.upperBound).isEmpty, lines.lowerBound > 1 {
      start = source.contentRange(ofLine: lines.lowerBound - 1).upperBound
    }
    return start..<source.fullRange(ofLine: lines.upperBound).upperBound
  }
}
