extension Prose {
  /// Puts away `$…$` and `$$…$$` in paragraphs and headings, outside code spans.
  mutating func protectInlineMath() {
    for leaf in leaves() {
      if leaf.depth > 0 {
        // Continuation lines in a container carry its prefix, so mathematics stays on one line.
        for index in leaf.lines { lines[index] = protectMath(in: lines[index]) }
      } else if lines[leaf.lines].contains(where: { $0.contains(UInt8(ascii: "$")) }) {
        let joined = protectMath(in: Array(lines[leaf.lines].joined(separator: [0x0A])))
        var parts = joined.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        // The count of lines stays, since cells of tables are known by their lines.
        while parts.count < leaf.lines.count { parts.append([]) }
        lines.replaceSubrange(leaf.lines, with: parts)
      }
    }
  }

  private mutating func protectMath(in text: [UInt8]) -> [UInt8] {
    var scanner = MathScanner(text: text)
    var result: [UInt8] = []
    while scanner.index < text.count {
      let start = scanner.index
      guard let span = scanner.next() else {
        result += text[start..<scanner.index]
        continue
      }
      result += spans.token(for: span)
    }
    return result
  }
}
