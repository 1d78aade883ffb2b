extension Prose {
  /// Makes a list item of each definition of a footnote, behind a comment that names its label: so
  /// libcmark reads what it holds, with four blanks in front as GitHub's parser wants it.
  mutating func extractFootnotes() {
    guard lines.contains(where: { FootnoteMark($0) != nil }) else { return }
    let item = listMark()
    // Definitions within definitions come to light one level at a time.
    for _ in 0..<4 {
      let found = footnoteLines()
      if found.isEmpty { return }
      var result: [[UInt8]] = []
      for (index, line) in lines.enumerated() {
        guard found.contains(index), let mark = FootnoteMark(line) else {
          result.append(line)
          continue
        }
        let token = spans.token(
          for: .init(kind: .footnote, source: mark.label, content: mark.label))
        footnoteLabels.append(mark.label)
        result.append(mark.prefix + Array("<!--".utf8) + token + Array("-->".utf8))
        // An item that begins with a blank line would end there.
        let rest = mark.rest.isEmpty ? Array("<!---->".utf8)[...] : mark.rest
        result.append(mark.continuedPrefix + item + rest)
      }
      lines = result
    }
  }

  /// The lines that begin a definition: those at the start of a block, or that end a paragraph.
  private func footnoteLines() -> Set<Int> {
    let plain = lines.map { line in
      FootnoteMark(line).map { $0.prefix + [0x78] + line.dropFirst($0.prefix.count + 1) } ?? line
    }
    var found: Set<Int> = []
    for leaf in Self.leaves(of: plain) {
      guard let first = leaf.lines.first else { continue }
      let indent = Self.indent(of: ContainerMarks.prefix(of: lines[first]))
      for index in leaf.lines {
        guard let mark = FootnoteMark(lines[index]) else { continue }
        let isText =
          index > first && (!mark.isInQuotation || Self.indent(of: mark.prefix[...]) >= indent + 4)
        if !isText { found.insert(index) }
      }
    }
    return found
  }

  private static func indent(of prefix: ArraySlice<UInt8>) -> Int {
    prefix.reduce(0) { $1 == 0x09 ? ($0 / 4 + 1) * 4 : $0 + 1 }
  }

  /// The mark of a list that no line of the text begins with, four columns wide.
  private func listMark() -> [UInt8] {
    let used = lines.reduce(into: Set<UInt8>()) { $0.formUnion(ContainerMarks.prefix(of: $1)) }
    let marks = ["10) ", "10. ", "+   "].map { Array($0.utf8) }
    return marks.first { used.isDisjoint(with: Set($0).subtracting("10 ".utf8)) } ?? marks[0]
  }
}

/// The start of a footnote's definition: `[^label]:` behind the marks of containers.
struct FootnoteMark {
  /// What stands before it.
  let prefix: [UInt8]
  let label: String
  /// What stands behind it, without blanks in front.
  let rest: ArraySlice<UInt8>

  init?(_ line: [UInt8]) {
    prefix = Array(ContainerMarks.prefix(of: line))
    let text = line[prefix.count...]
    guard text.starts(with: "[^".utf8),
      let end = text.dropFirst(2).firstIndex(where: { $0 <= 0x20 || $0 == UInt8(ascii: "]") }),
      end > text.startIndex + 2, text[end...].starts(with: "]:".utf8)
    else { return nil }
    label = String(decoding: text[(text.startIndex + 2)..<end], as: UTF8.self)
    rest = text[(end + 2)...].drop { $0 == 0x20 || $0 == 0x09 }
  }

  /// Whether only marks of quotations stand in front.
  var isInQuotation: Bool {
    prefix.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
  }

  /// What the next line in the same containers begins with.
  var continuedPrefix: [UInt8] {
    prefix.map { $0 == UInt8(ascii: ">") || $0 == 0x09 ? $0 : 0x20 }
  }
}
