/// A quotation that GitHub sets off: its first line is `[!NOTE]` or another kind, alone.
public enum Alert: String, CaseIterable, Hashable, Sendable {
  case note, tip, important, warning, caution

  /// The kind that a line names, in capitals or not; nil for any other line.
  init?(line: String) {
    guard line.hasPrefix("[!"), line.hasSuffix("]") else { return nil }
    self.init(rawValue: line.dropFirst(2).dropLast().lowercased())
  }
}

/// Finds alerts in what libcmark read: quotations at the top level with something behind the kind.
enum Alerts {
  static func marked(in events: [MarkdownEvent]) -> [MarkdownEvent] {
    var result: [MarkdownEvent] = []
    result.reserveCapacity(events.count)
    var depth = 0
    var alert: Alert?
    var index = 0
    while index < events.count {
      let event = events[index]
      if event.node.isContainer { depth += event.isEntry ? 1 : -1 }
      // The document itself is the first container.
      if depth == 2, event.isEntry, event.node == .blockQuote,
        let (kind, next) = start(events, index)
      {
        alert = kind
        result.append(event.with(.alert(kind)))
        depth += next.isInParagraph ? 1 : 0
        if next.isInParagraph { result.append(events[index + 1]) }
        index = next.index
        continue
      }
      if depth == 1, !event.isEntry, event.node == .blockQuote, let kind = alert {
        result.append(event.with(.alert(kind)))
        alert = nil
      } else {
        result.append(event)
      }
      index += 1
    }
    return result
  }

  /// The kind of a quotation that is an alert, and where its content begins.
  private static func start(
    _ events: [MarkdownEvent], _ quote: Int
  ) -> (Alert, (index: Int, isInParagraph: Bool))? {
    guard quote + 4 < events.count, case .paragraph = events[quote + 1].node,
      case .text(let line) = events[quote + 2].node,
      let kind = Alert(line: line.last == " " ? String(line.dropLast()) : line)
    else { return nil }
    switch events[quote + 3].node {
    case .softBreak, .lineBreak: return (kind, (quote + 4, true))
    case .paragraph where events[quote + 4].node != .blockQuote: return (kind, (quote + 4, false))
    default: return nil
    }
  }
}
