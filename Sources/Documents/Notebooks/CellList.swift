internal import Diagnostics

/// Cuts a notebook into cells.
struct CellList {
  private(set) var cells: [Cell] = []
  private let source: SourceText

  init(
    source: SourceText, frontMatter: Range<Int>?, directives: [Directive], regions: [OutputRegion]
  ) {
    self.source = source
    var pieces: [(kind: Cell.Kind, range: Range<Int>)] = []
    if source.byteOrderMark > 0 { pieces.append((.byteOrderMark, 0..<source.byteOrderMark)) }
    if let frontMatter { pieces.append((.frontMatter, frontMatter)) }
    for (index, directive) in directives.enumerated() {
      pieces.append((.directive(index), fullLines(directive.range, directive.lines)))
    }
    for (index, region) in regions.enumerated() {
      pieces.append((.region(index), fullLines(region.range, region.lines)))
    }
    var end = 0
    for piece in pieces.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      // A fence on the first line begins before the byte-order mark ends.
      let range = max(end, piece.range.lowerBound)..<max(end, piece.range.upperBound)
      append(.prose, end..<range.lowerBound)
      append(piece.kind, range)
      end = range.upperBound
    }
    append(.prose, end..<source.bytes.count)
  }

  private func fullLines(_ range: Range<Int>, _ lines: ClosedRange<Int>) -> Range<Int> {
    range.lowerBound..<source.fullRange(ofLine: lines.upperBound).upperBound
  }

  private mutating func append(_ kind: Cell.Kind, _ range: Range<Int>) {
    if range.isEmpty && kind == .prose { return }
    cells.append(Cell(kind: kind, range: range, bytes: source.bytes[range]))
  }
}
