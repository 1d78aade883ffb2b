/// Markdown on its way to HTML: its lines, and what was taken out of them before libcmark reads.
struct Prose {
  /// Lines without their endings.
  var lines: [[UInt8]]
  var spans = ProtectedSpans()
  /// Cells of tables by the number of the line (from 1) where each stands as a heading.
  var cells: [Int: TableCell] = [:]

  init(_ markdown: String) {
    lines = Self.split(Array(markdown.utf8))
  }

  /// The whole text with LF after each line.
  var bytes: [UInt8] { lines.reduce(into: []) { $0 += $1 + [0x0A] } }

  /// Takes mathematics and tables out of the lines.
  mutating func extract() {
    protectPrivateCharacters()
    if contains(UInt8(ascii: "$")) { protectDisplayMath() }
    if contains(UInt8(ascii: "|")) { extractTables() }
    if contains(UInt8(ascii: "$")) { protectInlineMath() }
  }

  /// The paragraphs and headings of the text as it now stands: 0-based line ranges and depths.
  func leaves() -> [(kind: Block.Kind, lines: Range<Int>, depth: Int)] {
    let document = MarkdownDocument(bytes)
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
    for index in lines.indices where lines[index].contains(0xEE) {
      var kept: [UInt8] = []
      var rest = lines[index][...]
      while let byte = rest.first {
        if rest.starts(with: ProtectedSpans.open) {
          kept += spans.token(for: .init(kind: .character, source: "\u{E000}", content: "\u{E000}"))
          rest = rest.dropFirst(3)
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
