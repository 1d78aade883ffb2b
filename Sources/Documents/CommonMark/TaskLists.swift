/// Items that begin with `[ ]` or `[x]` (GFM, section 5.3).
enum TaskLists {
  /// Takes the marks out of the text, and puts what they say into the items.
  static func marked(in events: [MarkdownEvent]) -> [MarkdownEvent] {
    var events = events
    var open: [(entry: Int, task: MarkdownEvent.Task?)] = []
    for index in events.indices {
      guard case .item = events[index].node else { continue }
      if events[index].isEntry {
        let task = takeMark(at: index + 2, &events)
        if let task { events[index] = events[index].with(.item(task)) }
        open.append((index, task))
      } else if let task = open.popLast()?.task {
        events[index] = events[index].with(.item(task))
      }
    }
    return events
  }

  /// The mark at the start of the paragraph that an item begins with.
  private static func takeMark(
    at index: Int, _ events: inout [MarkdownEvent]
  ) -> MarkdownEvent.Task? {
    guard index < events.count, case .paragraph = events[index - 1].node,
      case .text(let text) = events[index].node
    else { return nil }
    let mark = text.prefix(3)
    guard ["[ ]", "[x]", "[X]"].contains(mark), let next = text.dropFirst(3).first,
      next == " " || next == "\t"
    else { return nil }
    let rest = text.dropFirst(4).drop { $0 == " " || $0 == "\t" }
    events[index] = events[index].with(.text(String(rest)))
    return mark == "[ ]" ? .open : .done
  }
}
