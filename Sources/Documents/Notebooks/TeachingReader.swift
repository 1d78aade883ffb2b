internal import CommonMark
internal import Diagnostics

/// Finds a notebook's exercises and solutions: divisions (`::: solution`), fences with a class (`{.fit .solution}`),
/// and Jupyter cells with a tag.
struct TeachingReader {
  private let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []
  private var parts: [TeachingPart] = []
  /// The lines that look like marks of divisions, and those that begin one.
  private var marks: [Int] = []
  private var begun: Set<Int> = []
  /// The lines of code, which may show how a division is written.
  private var codeLines: [ClosedRange<Int>] = []
  /// The first lines of fences that are marked, and where no mark counts.
  private var hiddenFences: [Int] = []

  init(_ source: SourceText) { self.source = source }

  /// Reads a paragraph or a heading, whose lines may be marks of divisions.
  mutating func readText(_ lines: ClosedRange<Int>) {
    for line in lines where line <= source.lineCount {
      if DivMarker(source.content(ofLine: line)) != nil { marks.append(line) }
    }
  }

  /// Reads a block of code: a fence at the top level may be marked itself.
  mutating func readCode(_ lines: ClosedRange<Int>, info: String, isTopLevel: Bool) {
    let fence = isTopLevel ? CodeFence(source, openedAt: lines.lowerBound) : nil
    codeLines.append(fence?.lines ?? lines)
    guard let fence else {
      let isMeant = !isTopLevel && Self.kind(FenceAttributes(Array(info.utf8)[...])) != nil
      if isMeant { hiddenFences.append(min(lines.lowerBound, source.lineCount)) }
      return
    }
    let attributes = FenceAttributes(source.bytes[fence.infoRange])
    let tags = source.cellTags(above: fence.lines.lowerBound)
    if let kind = Self.kind(attributes) ?? tags.compactMap(TeachingPart.Kind.init).first {
      add(kind, commentLine(above: fence.lines.lowerBound)...fence.lines.upperBound)
    }
  }

  private static func kind(_ attributes: FenceAttributes) -> TeachingPart.Kind? {
    (attributes.classes.map(\.text) + attributes.tags).compactMap(TeachingPart.Kind.init).first
  }

  /// The line of the comment that tells of a fence's Jupyter cell; the fence's own where there is none.
  private func commentLine(above line: Int) -> Int {
    var above = line - 1
    while source.isBlank(line: above) { above -= 1 }
    let isThere = above > 0 && source.content(ofLine: above).starts(with: "<!-- cell ".utf8)
    return isThere ? above : line
  }

  /// The parts in document order, an outer one before those in it. Nothing in outputs is a part.
  mutating func finish(_ regions: [OutputRegion], _ directives: [Directive]) -> [TeachingPart] {
    let outputs = Outputs(regions)
    parts = outputs.without(parts) { [source] in source.position(at: $0.range.lowerBound).line }
    marks = outputs.without(marks) { $0 }
    readDivisions()
    readCells(regions, directives)
    for line in outputs.without(hiddenFences, at: { $0 }) { report(hidden: line) }
    reportHidden(outputs)
    return parts.sorted {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
  }

  private mutating func readDivisions() {
    /// What is open, and where it began; a division of somebody else's inside of ours is nil.
    var open: [(kind: TeachingPart.Kind?, line: Int)] = []
    for line in marks {
      guard let marker = DivMarker(source.content(ofLine: line)) else { continue }
      if marker.classes == nil, let (kind, first) = open.popLast() {
        if let kind { add(kind, first...line, markers: [first, line]) }
      } else if marker.classes != nil, marker.part != nil || !open.isEmpty {
        open.append((marker.part, line))
        if marker.part != nil { begun.insert(line) }
      }
    }
    for (kind, line) in open {
      guard let kind else { continue }
      report(unclosed: line)
      add(kind, line...max(line, source.lineCount), markers: [line])
    }
  }

  private mutating func add(
    _ kind: TeachingPart.Kind, _ lines: ClosedRange<Int>, markers: [Int] = []
  ) {
    let last = min(lines.upperBound, source.lineCount)
    guard lines.lowerBound <= last else { return }
    parts.append(
      TeachingPart(
        kind: kind,
        range: source.start(ofLine: lines.lowerBound)..<source.fullRange(ofLine: last).upperBound,
        markers: markers.map { source.fullRange(ofLine: $0) }))
  }

  /// Cells of prose end where the next one begins, or a directive's fence or outputs.
  private mutating func readCells(_ regions: [OutputRegion], _ directives: [Directive]) {
    let comments = (1...max(source.lineCount, 1)).filter {
      source.content(ofLine: $0).starts(with: "<!-- cell ".utf8)
    }
    guard !comments.isEmpty else { return }
    let fences = Set(directives.map(\.lines.lowerBound))
    var starts = (comments + fences + regions.map(\.lines.lowerBound)).sorted()[...]
    for line in comments {
      starts = starts.drop { $0 <= line }
      let next = starts.first ?? source.lineCount + 1
      // The comment of a directive's cell stands right above its fence, which is read there.
      guard !fences.contains(next) || !isBlank(line + 1..<next),
        let kind = source.cellTags(above: line + 1).compactMap(TeachingPart.Kind.init).first
      else { continue }
      add(kind, line...max(line, next - 1))
    }
  }

  private func isBlank(_ lines: Range<Int>) -> Bool {
    lines.allSatisfy { source.isBlank(line: $0) }
  }
}

// MARK: - Findings

extension TeachingReader {
  private mutating func report(unclosed line: Int) {
    diagnostics.append(
      Diagnostic(
        code: "unclosed-division", at: source.trimmed(source.contentRange(ofLine: line)),
        Message("this division is never closed", pt: "esta divisão nunca é fechada"),
        hint: Message("close it with a line of :::", pt: "feche-a com uma linha de :::")))
  }

  /// What looks like the beginning of a solution and is none would reach the students.
  private mutating func reportHidden(_ outputs: Outputs) {
    var code = codeLines[...]
    for line in outputs.without(Array(1...max(source.lineCount, 1)), at: { $0 }) {
      while let first = code.first, first.upperBound < line { code = code.dropFirst() }
      guard !(code.first?.contains(line) ?? false), !begun.contains(line),
        isMeant(source.content(ofLine: line))
      else { continue }
      report(hidden: line)
    }
  }

  /// Whether a line says that an exercise or a solution begins: a division, or a fence.
  private func isMeant(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = DivMarker.withoutMargins(line)
    guard let mark = rest.first, ":`~".utf8.contains(mark),
      rest.prefix(while: { $0 == mark }).count >= 3
    else { return false }
    if mark == UInt8(ascii: ":") { return DivMarker(rest)?.part != nil }
    let info = rest.drop { $0 == mark }.drop { $0 == 0x20 }
    return Self.kind(FenceAttributes(info)) != nil
  }

  private mutating func report(hidden line: Int) {
    diagnostics.append(
      Diagnostic(
        code: "hidden-division", at: source.trimmed(source.contentRange(ofLine: line)),
        Message(
          "no division begins here: it stands in a list, a quotation or HTML",
          pt: "nenhuma divisão começa aqui: está numa lista, numa citação ou em HTML"),
        hint: Message(
          "move it to the top level, behind a blank line",
          pt: "ponha-a fora, depois de uma linha em branco")))
  }
}

/// The lines of a notebook's outputs.
private struct Outputs {
  private let lines: [ClosedRange<Int>]

  init(_ regions: [OutputRegion]) { lines = regions.map(\.lines) }

  /// What doesn't stand in outputs. Cost: linear.
  ///
  /// - Parameter line: the line of an element, none before that of the element in front.
  func without<Element>(_ elements: [Element], at line: (Element) -> Int) -> [Element] {
    var rest = lines[...]
    return elements.filter { element in
      let line = line(element)
      rest = rest.drop { $0.upperBound < line }
      return !(rest.first?.contains(line) ?? false)
    }
  }
}
