/// An author's HTML: what a page shows of it.
extension HTMLWriter {
  /// An element that a fragment opened.
  private struct Opened {
    /// Its name in the page; nil where only its content is shown.
    var name: String?
    var isSilent = false
  }

  /// A block of HTML. What it leaves open goes on over the Markdown that follows.
  mutating func writeBlock(html source: String) {
    guard let steps = steps(ofBlock: source) else { return html += SafeHTML.block(source) }
    let before = html.endIndex
    // What nothing closes, the innermost first.
    let tail =
      (steps.lastIndex { if case .end(isImplied: true) = $0 { false } else { true } } ?? -1) + 1
    var opened: [Opened] = []
    var silent = 0
    for step in steps[..<tail] {
      switch step {
      case .start(let name, let attributes, let isGiven):
        let element = isGiven ? Opened(name: name) : start(name, attributes, isShown: silent == 0)
        opened.append(element)
        silent += element.isSilent ? 1 : 0
      case .end:
        guard let element = opened.popLast() else { continue }
        silent -= element.isSilent ? 1 : 0
        if let name = element.name { html += "</\(ShownElement.tag(name))>" }
      case .text(let text): if silent == 0 { html += HTMLEscaping.text(text) }
      }
    }
    let left = opened.compactMap(\.name)
    let lasting = Array(left.prefix { ShownElement.lasting.contains($0) }.prefix(OpenHTML.most))
    html += left.dropFirst(lasting.count).reversed().map { "</\(ShownElement.tag($0))>" }.joined()
    open.replaceScope(with: lasting)
    // Comments and what shows nothing leave no blank line.
    if html[before...].allSatisfy(\.isWhitespace) { html.removeSubrange(before...) }
  }

  /// Reads a block among what is open. What can't stand in an open table or list ends that first: HTML would move it
  /// in front.
  private mutating func steps(ofBlock source: String) -> [HTMLStep]? {
    while true {
      guard let steps = HTMLTree.steps(source, given: open.scope) else { return nil }
      let inOrder = steps.prefix {
        if case .start(_, _, isGiven: true) = $0 { true } else { false }
      }
      if inOrder.count == open.scope.count { return steps }
      let end = open.prepareForBlock()
      html += end.isEmpty ? open.end(open.scope[0]) : end
    }
  }

  /// Writes the start of an element, if it is shown.
  private mutating func start(
    _ name: String, _ attributes: [(name: String, value: String)], isShown: Bool
  ) -> Opened {
    let isSilent = ShownElement.silent.contains(name)
    guard isShown, !isSilent, ShownElement.all.contains(name) else {
      return Opened(isSilent: isSilent)
    }
    func value(_ wanted: String) -> String? { attributes.first { $0.name == wanted }?.value }
    let more = ShownElement.attributes(of: name, attributes)
    switch name {
    case "br", "wbr", "hr": html += "<\(name) />"
    case "img": writeImage(value("src") ?? "", value("alt") ?? "", value("title") ?? "", more)
    case "audio", "video":
      writeLink(toFile: value("src") ?? "", name)
      return Opened(isSilent: true)
    case "a":
      guard let tag = anchor(value("href"), id: value("id") ?? value("name"), more) else { break }
      html += tag
      return Opened(name: name)
    case "table":
      html += "<table>"
      return Opened(name: name)
    default:
      let id = value("id").flatMap { anchors.claim($0) }.map { " id=\"\($0)\"" } ?? ""
      html += "<\(ShownElement.tag(name))\(options.hasAnchors ? id : "")\(more)>"
      return Opened(name: name)
    }
    return Opened()
  }

  /// The tag of a link or of a place to link to; nil within another link.
  private mutating func anchor(_ address: String?, id: String?, _ more: String) -> String? {
    guard !links.contains(true), !open.contains("a") else { return nil }
    let name = options.hasAnchors ? id.flatMap { anchors.claim($0) } : nil
    let target = address.flatMap { options.link($0) }
    guard target != nil || name != nil else { return nil }
    let place = name.map { " id=\"\($0)\"" } ?? ""
    guard let target, SafeHTML.allows(target, isImage: false) else { return "<a\(place)\(more)>" }
    return "<a href=\"\(HTMLEscaping.address(target))\"\(place)\(more)>"
  }

  /// An image by the same way as Markdown's, with its size.
  private mutating func writeImage(
    _ url: String, _ alt: String, _ title: String, _ more: String
  ) {
    let start = html.utf8.count
    write(PictureTag(address: url, alt: alt, title: title))
    let mark = html.utf8.index(html.startIndex, offsetBy: start)
    guard html[mark...].hasPrefix("<img ") else { return }
    let size = more.replacing(#/ title="[^"]*"/#, with: "")
    html.insert(contentsOf: size, at: html.index(mark, offsetBy: 4))
  }

  /// Sound and moving pictures aren't part of a page: a link leads to the file beside it.
  private mutating func writeLink(toFile address: String, _ kind: String) {
    let words = kind == "video" ? options.words.video : options.words.audio
    let text = HTMLEscaping.text("\(words): \(address)")
    let isLocal = !address.isEmpty && !address.contains(":") && !address.hasPrefix("//")
    guard isLocal, !links.contains(true), !open.contains("a") else { return html += text }
    html += "<a href=\"\(HTMLEscaping.address(address))\">\(text)</a>"
  }
}

// MARK: - Within a line

extension HTMLWriter {
  /// A tag, a comment or a declaration within text.
  mutating func writeInline(html source: String) {
    if source.hasPrefix("</") {
      let name = source.dropFirst(2).prefix { $0.isLetter || $0.isNumber }.lowercased()
      guard silence != nil else { return html += open.end(name) }
      return ShownElement.silent.contains(name) ? endSilence() : ()
    }
    guard silence == nil, case .start(let name, let attributes, _)? = HTMLTree.steps(source)?.first
    else { return }
    if ShownElement.silent.contains(name) { silence = (html.endIndex, open.depth) }
    guard ShownElement.phrasing.contains(name) || ["audio", "video"].contains(name),
      open.scope.count < OpenHTML.most, let shown = start(name, attributes, isShown: true).name
    else { return }
    open.start(shown)
  }

  /// Leaves a node of Markdown: what its HTML left open ends, and what it silenced.
  mutating func leaveNode() {
    endSilence()
    html += open.leave()
  }

  /// Takes out what was written since a script or style sheet began in the same node.
  private mutating func endSilence() {
    guard let (start, depth) = silence, depth == open.depth else { return }
    html.removeSubrange(start...)
    silence = nil
  }
}
