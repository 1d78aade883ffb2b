/// Makes footnotes and definitions of terms of the list items that stand for them, behind a comment each,
/// and finds references to footnotes in text.
struct MarkedItems {
  /// - Parameter defined: the labels that some piece of the page defines.
  static func marked(
    in events: [MarkdownEvent], _ spans: ProtectedSpans, defined: Set<String>
  ) -> [MarkdownEvent] {
    guard !defined.isEmpty || spans.hasDefinitions else { return events }
    var pass = MarkedItems(events: events, spans: spans, defined: defined)
    while pass.index < events.count { pass.take() }
    return pass.result
  }

  /// No longer label is looked for, which keeps the cost linear.
  private static let longest = 200

  private let events: [MarkdownEvent]
  private let spans: ProtectedSpans
  private let defined: Set<String>
  private var index = 0
  private var result: [MarkdownEvent] = []
  /// The nodes that are open, as they were written.
  private var open: [MarkdownEvent.Node] = []
  /// How many of them are images.
  private var images = 0

  private init(events: [MarkdownEvent], spans: ProtectedSpans, defined: Set<String>) {
    self.events = events
    self.spans = spans
    self.defined = defined
  }

  private mutating func take() {
    let event = events[index]
    index += 1
    switch event.node {
    case .htmlBlock(let text):
      if let node = node(in: text) { beginItem(node) } else { result.append(event) }
    case .text(let text) where images == 0: addText(text, event)
    default: if event.node.isContainer { takeContainer(event) } else { result.append(event) }
    }
  }

  private mutating func takeContainer(_ event: MarkdownEvent) {
    if case .image = event.node { images += event.isEntry ? 1 : -1 }
    guard event.isEntry else { return leave(event) }
    var node = event.node
    if case .paragraph = node, let parent = open.last {
      switch parent {
      case .footnote, .definition(isTight: false): node = .paragraph(isTight: false)
      case .definition(isTight: true):
        node = .paragraph(isTight: result.last?.node == parent)
      default: break
      }
    }
    open.append(node)
    result.append(event.with(node))
  }

  /// What the list that follows stands for, by the comment in front of it.
  private func node(in html: String) -> MarkdownEvent.Node? {
    guard html.drop(while: { $0 == " " }).hasPrefix("<!--\u{E000}"), index + 1 < events.count,
      case .list = events[index].node,
      let piece = spans.pieces(of: html).dropFirst().first, case .span(let span) = piece
    else { return nil }
    switch span.kind {
    case .footnote: return .footnote(label: Footnotes.normalized(span.content))
    case .definition: return .definition(isTight: span.content == "tight")
    default: return nil
    }
  }

  private mutating func beginItem(_ node: MarkdownEvent.Node) {
    let event = events[index].with(node)
    index += 2
    if case .definition = node { beginDefinitions(event.line) }
    open.append(node)
    result.append(event)
  }

  /// Makes a term of the paragraph in front, and goes on with the list of definitions before it.
  private mutating func beginDefinitions(_ line: Int) {
    if case .paragraph = result.last?.node, let start = result.lastIndex(where: \.isParagraphEntry)
    {
      result[start] = result[start].with(.term)
      result[result.count - 1] = result[result.count - 1].with(.term)
      if start > 0, result[start - 1].isEndOfDefinitions {
        result.remove(at: start - 1)
      } else {
        let list = MarkdownEvent(node: .definitionList, isEntry: true, line: line)
        result.insert(list, at: start)
      }
    } else if result.last?.isEndOfDefinitions == true {
      result.removeLast()
    } else {
      result.append(MarkdownEvent(node: .definitionList, isEntry: true, line: line))
    }
  }

  /// Leaves a node. What follows a marked item in its list is a list of the author's.
  private mutating func leave(_ event: MarkdownEvent) {
    guard let node = open.popLast() else { return }
    result.append(event.with(node))
    switch node {
    case .footnote: break
    case .definition:
      result.append(MarkdownEvent(node: .definitionList, isEntry: false, line: event.line))
    default: return
    }
    guard index < events.count else { return }
    let next = events[index]
    if case .list = next.node {
      index += 1
    } else {
      open.append(.list(start: nil))
      result.append(MarkdownEvent(node: .list(start: nil), isEntry: true, line: next.line))
    }
  }

  private mutating func addText(_ text: String, _ event: MarkdownEvent) {
    var copied = text.startIndex
    var place = copied
    while let start = text[place...].firstRange(of: "[^") {
      place = start.upperBound
      let rest = text[place...].prefix(Self.longest)
      guard let end = rest.firstIndex(of: "]") else { continue }
      let label = Footnotes.normalized(rest[..<end])
      guard defined.contains(label) else { continue }
      if copied < start.lowerBound {
        result.append(event.with(.text(String(text[copied..<start.lowerBound]))))
      }
      result.append(event.with(.footnoteReference(label: label)))
      copied = text.index(after: end)
      place = copied
    }
    if copied < text.endIndex { result.append(event.with(.text(String(text[copied...])))) }
  }
}

extension MarkdownEvent {
  fileprivate var isParagraphEntry: Bool {
    if case .paragraph = node { isEntry } else { false }
  }

  fileprivate var isEndOfDefinitions: Bool { node == .definitionList && !isEntry }
}
