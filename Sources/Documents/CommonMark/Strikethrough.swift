/// Text between `~` and `~`, `~~` and `~~` (GFM, section 6.5).
///
/// Marks meet within one parent of libcmark's tree: emphasis that libcmark saw is never crossed.
struct Strikethrough {
  static func marked(in events: [MarkdownEvent]) -> [MarkdownEvent] {
    let hasMarks = events.contains {
      if case .text(let text) = $0.node { text.utf8.contains(UInt8(ascii: "~")) } else { false }
    }
    guard hasMarks else { return events }
    var pass = Strikethrough()
    for index in events.indices {
      pass.add(events[index], before: events.dropFirst(index + 1).first)
    }
    return pass.result
  }

  private var result: [MarkdownEvent] = []
  /// What can still open in each parent that is open.
  private var openers: [TildeRuns] = [TildeRuns()]

  private mutating func add(_ event: MarkdownEvent, before next: MarkdownEvent?) {
    if case .text(let text) = event.node {
      let before = result.last.map(Self.edge) ?? "\n"
      return split(text, event, before: before, after: next.map(Self.edge) ?? "\n")
    }
    result.append(event)
    if !event.node.isContainer { return }
    if event.isEntry { openers.append(TildeRuns()) } else { openers.removeLast() }
  }

  private mutating func split(
    _ text: String, _ event: MarkdownEvent, before: Unicode.Scalar, after: Unicode.Scalar
  ) {
    var rest = text.unicodeScalars[...]
    var last = before
    while let start = rest.firstIndex(of: "~") {
      append(rest[..<start], event)
      if start > rest.startIndex { last = rest[rest.index(before: start)] }
      let run = rest[start...].prefix { $0 == "~" }
      rest = rest[run.endIndex...]
      meet(run.count, event, before: last, after: rest.first ?? after)
      last = "~"
    }
    append(rest, event)
  }

  private mutating func append(_ text: Substring.UnicodeScalarView, _ event: MarkdownEvent) {
    if !text.isEmpty { result.append(event.with(.text(String(text)))) }
  }

  private mutating func meet(
    _ length: Int, _ event: MarkdownEvent, before: Unicode.Scalar, after: Unicode.Scalar
  ) {
    let sides = FlankingSides(before: before, after: after)
    let run = TildeRuns.Run(
      place: result.count, length: length, opens: sides.left, closes: sides.right)
    result.append(event.with(.text(String(repeating: "~", count: length))))
    guard length <= 2, sides.left || sides.right else { return }
    let parent = openers.count - 1
    switch sides.right ? openers[parent].partner(of: run) : .none {
    case .run(let index):
      result[openers[parent].runs[index].place] = event.with(.strikethrough)
      result[run.place] = MarkdownEvent(node: .strikethrough, isEntry: false, line: event.line)
      openers[parent].runs.removeSubrange(index...)
    case .none: if sides.left { openers[parent].runs.append(run) }
    case .other: break
    }
  }

  /// What a mark sees of its neighbor.
  private static func edge(_ event: MarkdownEvent) -> Unicode.Scalar {
    switch event.node {
    case .emphasis, .strong, .link, .image, .code, .htmlInline, .footnoteReference: "*"
    default: "\n"
    }
  }
}
