/// Markdown on its way to HTML: its lines, and what was taken out of them before libcmark reads.
struct Prose {
  /// Lines without their endings.
  var lines: [[UInt8]]
  var spans = ProtectedSpans()
  /// Cells of tables by the number of the line (from 1) where each stands as a heading.
  var cells: [Int: TableCell] = [:]
  /// The labels of the footnotes that are defined here, as the author wrote them.
  var footnoteLabels: [String] = []
  /// The same as they are compared.
  var footnotes: Set<String> { Set(footnoteLabels.map(Footnotes.normalized)) }

  init(_ markdown: String) {
    lines = Self.split(Array(markdown.utf8))
  }

  /// The whole text with LF after each line.
  var bytes: [UInt8] { Self.bytes(of: lines) }

  private static func bytes(of lines: [[UInt8]]) -> [UInt8] {
    lines.reduce(into: []) { $0 += $1 + [0x0A] }
  }

  /// Takes out of the lines what libcmark doesn't know.
  mutating func extract(footnotes hasFootnotes: Bool) {
    extractBlocks(footnotes: hasFootnotes)
    extractDefinitions()
    if contains(UInt8(ascii: "|")) { extractTables() }
    if contains(UInt8(ascii: "$")) { protectInlineMath() }
    lines = lines.map(EscapeMarks.putAway)
    protectAddresses()
  }

  /// Takes mathematics that spans lines and the definitions of footnotes out.
  mutating func extractBlocks(footnotes hasFootnotes: Bool) {
    protectPrivateCharacters()
    if contains(UInt8(ascii: "$")) { protectDisplayMath() }
    if hasFootnotes { extractFootnotes() }
  }

  /// What GitHub's Markdown has besides libcmark's, made of what libcmark took for text.
  func extended(_ events: [MarkdownEvent], footnotes defined: Set<String>) -> [MarkdownEvent] {
    var events = Alerts.marked(in: events)
    events = MarkedItems.marked(in: events, spans, defined: defined)
    events = Strikethrough.marked(in: TaskLists.marked(in: events))
    return BareAddresses.linked(in: events, spans)
  }

  /// The paragraphs and headings of the text as it now stands: 0-based line ranges and depths.
  func leaves() -> [(kind: Block.Kind, lines: Range<Int>, depth: Int)] {
    Self.leaves(of: lines)
  }

  static func leaves(
    of lines: [[UInt8]]
  ) -> [(kind: Block.Kind, lines: Range<Int>, depth: Int)] {
    let document = MarkdownDocument(bytes(of: lines))
    return document.blocks.indices.compactMap { index in
      let block = document.blocks[index]
      switch block.kind {
      case .paragraph, .heading: break
      default: return nil
      }
      let span = document.lines(ofBlock: index, lineCount: lines.count)
      let start = max(0, span.lowerBound - 1)
      return (block.kind, start..<max(start, min(span.upperBound, lines.count)), block.depth)
    }
  }

  private func contains(_ byte: UInt8) -> Bool { lines.contains { $0.contains(byte) } }

  private mutating func protectPrivateCharacters() {
    for index in lines.indices where lines[index].contains(where: { $0 == 0xEE || $0 == 0xF0 }) {
      var kept: [UInt8] = []
      var rest = lines[index][...]
      while let byte = rest.first {
        if rest.starts(with: ProtectedSpans.open) {
          kept += spans.token(for: .init(kind: .character, source: "\u{E000}", content: "\u{E000}"))
          rest = rest.dropFirst(3)
        } else if EscapeMarks.begins(rest) {
          let own = String(decoding: rest.prefix(4), as: UTF8.self)
          kept += spans.token(for: .init(kind: .character, source: own, content: own))
          rest = rest.dropFirst(4)
        } else {
          kept.append(byte)
          rest = rest.dropFirst()
        }
      }
      lines[index] = kept
    }
  }

  private static func split(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      lines.append(Array(bytes[start..<index - 1]))
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      start = index
    }
    if start < bytes.count { lines.append(Array(bytes[start...])) }
    return lines
  }
}
