/// Turns the events of a walk into HTML, in libcmark's form where no extension says otherwise.
struct HTMLWriter {
  var html = ""
  var anchors = AnchorNames()
  var footnotes = Footnotes()
  let options: HTMLRenderer
  let prose: Prose
  /// How many lines libcmark saw before the prose.
  private let firstLine: Int
  /// Where the heading that is being written began, and its text so far.
  var heading: (start: String.Index, text: String)?
  /// How deep in images the walk is: their content is alternative text.
  var imageDepth = 0
  var alt = ""
  /// The last image, until it is known whether a size stands behind it.
  var picture: PictureTag?
  /// What an author's HTML has open.
  var open = OpenHTML()
  /// Where a script or style sheet within a line began, which shows nothing, and in how many nodes.
  var silence: (start: String.Index, depth: Int)?
  /// What stands around each footnote that is open.
  private var outer: [String] = []
  /// For each open link, whether it has tags.
  var links: [Bool] = []

  init(options: HTMLRenderer, prose: Prose, firstLine: Int) {
    self.options = options
    self.prose = prose
    self.firstLine = firstLine
  }

  mutating func write(_ event: MarkdownEvent) {
    if imageDepth > 0 { return writeInImage(event) }
    guard let picture else { return writeScoped(event.node, event) }
    self.picture = nil
    guard case .text(let text) = event.node, let (size, rest) = size(before: text) else {
      write(picture)
      return writeScoped(event.node, event)
    }
    write(
      PictureTag(address: picture.address, alt: picture.alt, title: picture.title, size: size))
    if !rest.isEmpty { writeScoped(.text(rest), event) }
  }

  /// The size that a text behind an image begins with, and the rest of the text.
  private func size(before text: String) -> (PictureSize, rest: String)? {
    guard options.hasExtensions, text.first == "{", let end = text.firstIndex(of: "}"),
      let size = PictureSize(text[...end])
    else { return nil }
    return (size, String(text[text.index(after: end)...]))
  }

  private mutating func writeScoped(_ node: MarkdownEvent.Node, _ event: MarkdownEvent) {
    if event.isEntry, node.isBlock { html += open.prepareForBlock() }
    if !event.isEntry, node.hasScope { leaveNode() }
    writeNode(node, event)
    if event.isEntry, node.hasScope { open.enter() }
  }

  private mutating func writeNode(_ node: MarkdownEvent.Node, _ event: MarkdownEvent) {
    switch node {
    case .document: break
    case .blockQuote: tag("blockquote", event, breaksInside: true)
    case .alert(let kind): alert(kind, event)
    case .list(let start): list(start, event)
    case .item(let task): item(task, event)
    case .codeBlock(let info, let code): codeBlock(info, code)
    case .htmlBlock(let raw): htmlBlock(raw)
    case .paragraph(let isTight): if !isTight { tag("p", event, breaksInside: false) }
    case .heading(let level): writeHeading(level, event)
    case .thematicBreak:
      lineBreak()
      html += "<hr />\n"
    case .definitionList: tag("dl", event, breaksInside: true)
    case .term: tag("dt", event, breaksInside: false)
    case .definition: tag("dd", event, breaksInside: false)
    case .footnote(let label): footnote(label, event)
    default: writeInline(node, event)
    }
  }

  private mutating func writeInline(_ node: MarkdownEvent.Node, _ event: MarkdownEvent) {
    switch node {
    case .text(let text): write(text: text)
    case .softBreak: html += "\n"
    case .lineBreak: html += "<br />\n"
    case .code(let code):
      heading?.text += code
      html += "<code>\(HTMLEscaping.text(source(code)))</code>"
    case .htmlInline(let raw):
      if options.isSafe { writeInline(html: source(raw)) } else { html += source(raw) }
    case .footnoteReference(let label):
      html += footnotes.reference(to: label, isInLink: links.contains(true))
    case .emphasis: html += event.isEntry ? "<em>" : "</em>"
    case .strong: html += event.isEntry ? "<strong>" : "</strong>"
    case .strikethrough: html += event.isEntry ? "<del>" : "</del>"
    case .link(let url, let title): link(url, title, event.isEntry)
    case .image:
      imageDepth = 1
      alt = ""
    default: break
    }
  }

  private mutating func footnote(_ label: String, _ event: MarkdownEvent) {
    if event.isEntry {
      outer.append(html)
      html = ""
    } else {
      lineBreak()
      footnotes.define(label, as: html)
      html = outer.removeLast()
    }
  }

  /// Ends the line unless it is at its start.
  private mutating func lineBreak() {
    if let last = html.utf8.last, last != 0x0A { html += "\n" }
  }

  private mutating func tag(_ name: String, _ event: MarkdownEvent, breaksInside: Bool) {
    if event.isEntry || breaksInside { lineBreak() }
    html += event.isEntry ? "<\(name)>" + (breaksInside ? "\n" : "") : "</\(name)>\n"
  }

  private mutating func alert(_ kind: Alert, _ event: MarkdownEvent) {
    lineBreak()
    guard event.isEntry else { return html += "</div>\n" }
    let title = HTMLEscaping.text(options.words.alerts[kind] ?? kind.rawValue)
    html += "<div class=\"alert \(kind.rawValue)\" role=\"note\">\n"
    html += "<p class=\"title\">\(title)</p>\n"
  }

  private mutating func list(_ start: Int?, _ event: MarkdownEvent) {
    let name = start == nil ? "ul" : "ol"
    guard event.isEntry else {
      html += "</\(name)>\n"
      return
    }
    lineBreak()
    let attribute = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    html += "<\(name)\(attribute)>\n"
  }

  private mutating func item(_ task: MarkdownEvent.Task?, _ event: MarkdownEvent) {
    guard event.isEntry else { return html += "</li>\n" }
    lineBreak()
    html += task.map { "<li class=\"task\">\(checkbox($0))" } ?? "<li>"
  }

  /// A box that nobody can change, named by what it says.
  private func checkbox(_ task: MarkdownEvent.Task) -> String {
    let (isDone, words) = (task == .done, options.words)
    let name = HTMLEscaping.text(isDone ? words.doneTask : words.openTask)
    return "<input type=\"checkbox\" disabled\(isDone ? " checked" : "") aria-label=\"\(name)\"> "
  }
}

// MARK: - Leaf blocks

extension HTMLWriter {
  private mutating func codeBlock(_ info: String, _ code: String) {
    lineBreak()
    let info = restored(info)
    let code = source(code)
    if let own = options.codeBlock(info, code) {
      html += own
      return lineBreak()
    }
    let word = info.prefix { $0 != " " && $0 != "\t" && $0 != "\n" }
    let language = word.isEmpty ? "" : " class=\"language-\(HTMLEscaping.text(String(word)))\""
    html += "<pre><code\(language)>\(HTMLEscaping.text(code))</code></pre>\n"
  }

  private mutating func htmlBlock(_ raw: String) {
    lineBreak()
    if options.isSafe { writeBlock(html: source(raw)) } else { html += source(raw) }
    lineBreak()
  }

  private mutating func writeHeading(_ level: Int, _ event: MarkdownEvent) {
    if let cell = prose.cells[event.line - firstLine] {
      if event.isEntry && cell.column == 0 { lineBreak() }
      html += event.isEntry ? cell.prefix : cell.suffix
    } else if event.isEntry {
      lineBreak()
      html += "<h\(level)"
      heading = (html.endIndex, "")
      html += ">"
    } else {
      if let heading, options.hasExtensions, options.hasAnchors {
        let name = anchors.name(for: restored(heading.text))
        html.insert(contentsOf: " id=\"\(HTMLEscaping.text(name))\"", at: heading.start)
      }
      heading = nil
      html += "</h\(level)>\n"
    }
  }
}
