extension Prose {
  /// Puts away `$$` blocks that span lines, whose lines could look like lists or headings.
  mutating func protectDisplayMath() {
    var result: [[UInt8]] = []
    var fence: (mark: UInt8, count: Int)?
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if let run = FenceMarks(line) {
        if let open = fence {
          if run.closes(mark: open.mark, count: open.count) { fence = nil }
        } else if run.opens {
          fence = (run.mark, run.count)
        }
      } else if fence == nil, let last = displayMathEnd(from: index) {
        result.append(protectDisplayMath(index...last))
        index = last + 1
        continue
      }
      result.append(line)
      index += 1
    }
    lines = result
  }

  /// The line where the mathematics that begins line `first` ends, on a later line.
  private func displayMathEnd(from first: Int) -> Int? {
    guard let content = displayMathStart(lines[first]), !contains(content, "$$") else { return nil }
    // A block of mathematics is short; the bound keeps hostile input linear.
    for index in first + 1..<max(first + 1, min(lines.count, first + 200)) {
      if lines[index].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
      if contains(lines[index][...], "$$") { return index }
    }
    return nil
  }

  private func displayMathStart(_ line: [UInt8]) -> ArraySlice<UInt8>? {
    let indent = line.prefix { $0 == 0x20 }.count
    let rest = line[indent...]
    return indent <= 3 && rest.starts(with: "$$".utf8) ? rest.dropFirst(2) : nil
  }

  private mutating func protectDisplayMath(_ range: ClosedRange<Int>) -> [UInt8] {
    let joined = Array(lines[range].joined(separator: [0x0A]))
    let start = joined.prefix { $0 == 0x20 }.count
    var end = start + 2
    while !joined[end...].starts(with: "$$".utf8) { end += 1 }
    let span = ProtectedSpans.Span(
      kind: .displayMath, source: String(decoding: joined[start..<end + 2], as: UTF8.self),
      content: String(decoding: joined[start + 2..<end], as: UTF8.self))
    return spans.token(for: span) + joined[(end + 2)...]
  }

  private func contains(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    let pattern = Array(text.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: pattern) }
  }
}
