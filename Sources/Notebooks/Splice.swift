internal import Diagnostics

/// Changes to a source that leave all other bytes alone.
struct Splice {
  private let source: SourceText
  private var edits: [(range: Range<Int>, bytes: [UInt8])] = []

  init(_ source: SourceText) { self.source = source }

  /// Puts bytes in a range's place; ranges must not overlap.
  mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) { edits.append((range, bytes)) }

  /// Takes a region out, with the lines that inserting it added.
  ///
  /// Those are the empty line before it, the empty line after it where its fence was tight, and,
  /// where the notebook ends with the region and without a line ending, the fence's line ending.
  mutating func remove(_ region: OutputRegion) {
    var first = region.lines.lowerBound
    var last = region.lines.upperBound
    if source.isEmpty(line: first - 1) { first -= 1 }
    if region.isTight, source.isEmpty(line: last + 1) { last += 1 }
    var start = source.fullRange(ofLine: first).lowerBound
    if source.ending(ofLine: last).isEmpty, first > 1 {
      start = source.contentRange(ofLine: first - 1).upperBound
    }
    edits.append((start..<source.fullRange(ofLine: last).upperBound, []))
  }

  /// The source with all changes.
  var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.bytes.count)
    var copied = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let start = max(copied, edit.range.lowerBound)
      result += source.bytes[copied..<start]
      result += edit.bytes
      copied = max(start, edit.range.upperBound)
    }
    return result + source.bytes[copied...]
  }
}
