extension Prose {
  /// Makes a list item of each definition of a term (`:` or `~` below it, as in Pandoc), behind a comment
  /// that says what it is: so libcmark reads what it holds.
  mutating func extractDefinitions() {
    guard lines.contains(where: { DefinitionMark($0) != nil }) else { return }
    let found = definitionLines()
    guard !found.isEmpty else { return }
    let bullet = freeBullet()
    var result: [[UInt8]] = []
    for (index, line) in lines.enumerated() {
      guard let isLoose = found[index], let mark = DefinitionMark(line) else {
        result.append(line)
        continue
      }
      let words = isLoose ? "loose" : "tight"
      let token = spans.token(for: .init(kind: .definition, source: words, content: words))
      result.append(mark.prefix + Array("<!--".utf8) + token + Array("-->".utf8))
      result.append(mark.prefix + [bullet] + line.dropFirst(mark.prefix.count + 1))
    }
    lines = result
  }

  /// The lines that begin a definition, and whether a blank line stands in front.
  private func definitionLines() -> [Int: Bool] {
    var found: [Int: Bool] = [:]
    var isInDefinition = false
    /// The line of a paragraph that could be a term.
    var term: Int?
    for leaf in leaves() where leaf.kind == .paragraph {
      let text = leaf.lines.prefix { !isBlank($0) }
      guard let first = text.first else { continue }
      let follows = isInDefinition || (term.map { first == $0 + 2 } ?? false)
      if DefinitionMark(lines[first]) != nil, follows {
        found[first] = first > 0 && isBlank(first - 1)
        isInDefinition = true
      } else if text.count > 1, DefinitionMark(lines[first + 1]) != nil,
        DefinitionMark(lines[first]) == nil
      {
        isInDefinition = true
      } else if lines[first].first != 0x20, lines[first].first != 0x09 {
        isInDefinition = false
      }
      term = text.count == 1 ? first : nil
      guard isInDefinition else { continue }
      for index in text.dropFirst() where DefinitionMark(lines[index]) != nil {
        found[index] = false
      }
    }
    return found
  }

  private func isBlank(_ index: Int) -> Bool {
    lines[index].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The mark of a list that no line of the text begins with, if there is one.
  private func freeBullet() -> UInt8 {
    let marks = lines.reduce(into: Set<UInt8>()) { $0.formUnion(ContainerMarks.prefix(of: $1)) }
    return "+*-".utf8.first { !marks.contains($0) } ?? UInt8(ascii: "+")
  }
}

/// The start of a definition: `:` or `~` with a blank behind it.
struct DefinitionMark {
  /// What stands before it.
  let prefix: [UInt8]

  init?(_ line: [UInt8]) {
    let marks = line.prefix { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    guard let mark = line.dropFirst(marks.count).first, ":~".utf8.contains(mark) else { return nil }
    let next = line.dropFirst(marks.count + 1).first
    guard next == nil || next == 0x20 || next == 0x09 else { return nil }
    // A fourth blank continues the term's paragraph.
    guard marks.reversed().prefix(while: { $0 == 0x20 }).count < 4 else { return nil }
    prefix = Array(marks)
  }
}
