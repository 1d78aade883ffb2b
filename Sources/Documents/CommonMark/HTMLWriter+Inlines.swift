/// What stands in a line.
extension HTMLWriter {
  func restored(_ text: String) -> String { prose.spans.restored(text) }

  func source(_ text: String) -> String { prose.spans.source(text) }

  private func escaped(_ text: String) -> String { HTMLEscaping.text(restored(text)) }

  mutating func write(text: String) {
    heading?.text += text
    html += prose.spans.replacing(in: text, with: \.html) {
      HTMLEscaping.text(EscapeMarks.restored($0, escaped: false))
    }
  }

  mutating func link(_ url: String, _ title: String, _ isEntry: Bool) {
    guard isEntry else {
      if links.popLast() ?? false { html += "</a>" }
      return
    }
    let address = open.contains("a") ? nil : options.link(restored(url))
    links.append(address != nil)
    guard let address else { return }
    let isAllowed = !options.isSafe || SafeHTML.allows(address, isImage: false)
    html += "<a href=\"\(isAllowed ? HTMLEscaping.address(address) : "")\"\(attribute(title))>"
  }

  private func attribute(_ title: String) -> String {
    title.isEmpty ? "" : " title=\"\(escaped(title))\""
  }

  mutating func writeInImage(_ event: MarkdownEvent) {
    switch event.node {
    case .text(let text): alt += restored(text)
    case .code(let text), .htmlInline(let text): alt += source(text)
    case .softBreak, .lineBreak: alt += " "
    case .image(let url, let title):
      imageDepth += event.isEntry ? 1 : -1
      if imageDepth == 0 {
        picture = PictureTag(address: restored(url), alt: alt, title: restored(title))
      }
    default: break
    }
  }

  mutating func write(_ picture: PictureTag) {
    if let own = options.image(picture) {
      html += own
      return
    }
    let isAllowed = !options.isSafe || SafeHTML.allows(picture.address, isImage: true)
    let address = isAllowed ? HTMLEscaping.address(picture.address) : ""
    let more = picture.title.isEmpty ? "" : " title=\"\(HTMLEscaping.text(picture.title))\""
    html += "<img src=\"\(address)\" alt=\"\(HTMLEscaping.text(picture.alt))\"\(more) />"
  }
}
