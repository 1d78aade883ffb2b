internal import Texts

/// Makes links of addresses that stand bare in text: those put away before libcmark read, and mail addresses.
enum BareAddresses {
  static func linked(in events: [MarkdownEvent], _ spans: ProtectedSpans) -> [MarkdownEvent] {
    var result: [MarkdownEvent] = []
    result.reserveCapacity(events.count)
    var links = 0
    for event in events {
      switch event.node {
      case .text(let text)
      where links == 0 && (!spans.isEmpty || text.utf8.contains(UInt8(ascii: "@"))):
        for piece in spans.pieces(of: text) { add(piece, event, spans, to: &result) }
        continue
      case .link, .image: links += event.isEntry ? 1 : -1
      default: break
      }
      result.append(event)
    }
    return result
  }

  private static func add(
    _ piece: ProtectedSpans.Piece, _ event: MarkdownEvent, _ spans: ProtectedSpans,
    to result: inout [MarkdownEvent]
  ) {
    switch piece {
    case .span(let span) where span.kind == .address:
      result += link(MarkupText.unescaped(span.source), to: span.content, event)
    case .span(let span): result.append(event.with(.text(spans.token(of: span))))
    case .text(let text): addMail(text, event, to: &result)
    }
  }

  private static func addMail(
    _ text: String, _ event: MarkdownEvent, to result: inout [MarkdownEvent]
  ) {
    let bytes = Array(text.utf8)
    var copied = 0
    for range in MailScanner.addresses(in: bytes) {
      let words = String(decoding: bytes[range], as: UTF8.self)
      let before = String(decoding: bytes[copied..<range.lowerBound], as: UTF8.self)
      if !before.isEmpty { result.append(event.with(.text(before))) }
      result += link(words, to: words.hasPrefix("mailto:") ? words : "mailto:" + words, event)
      copied = range.upperBound
    }
    guard copied < bytes.count else { return }
    let rest = copied == 0 ? text : String(decoding: bytes[copied...], as: UTF8.self)
    result.append(event.with(.text(rest)))
  }

  private static func link(
    _ words: String, to address: String, _ event: MarkdownEvent
  ) -> [MarkdownEvent] {
    let node = MarkdownEvent.Node.link(url: address, title: "")
    return [
      event.with(node), event.with(.text(words)),
      MarkdownEvent(node: node, isEntry: false, line: event.line),
    ]
  }
}
