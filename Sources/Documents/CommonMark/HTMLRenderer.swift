/// Prose to HTML.
///
/// CommonMark with pipe tables (GFM, section 4.10), sizes behind images (`{width=50%}`) and mathematics:
/// `$…$` becomes `<span class="math inline">`, `$$…$$` `<span class="math display">`. Headings get
/// anchors that are unique among all that one renderer renders.
public struct HTMLRenderer: Sendable {
  /// Whether of raw HTML only harmless elements are shown, else their text, and dangerous addresses are dropped.
  public var isSafe = true
  /// Whether pipe tables, mathematics and heading anchors exist besides CommonMark.
  public var hasExtensions = true
  /// Whether there are footnotes; `footnoteSection()` has what they say.
  public var hasFootnotes = true
  /// Whether headings get anchors.
  public var hasAnchors = true
  /// The HTML of a code block, from its info string and code; nil for the plain form.
  public var codeBlock: @Sendable (_ info: String, _ code: String) -> String? = { _, _ in nil }
  /// The address to put in place of a link's; nil drops the link and keeps its text.
  public var link: @Sendable (_ url: String) -> String? = { $0 }
  /// The HTML of an image; nil for the plain form.
  public var image: @Sendable (PictureTag) -> String? = { _ in nil }
  /// Link reference definitions from elsewhere in the document, lines ended by LF.
  public var definitions = ""

  /// What the renderer itself says.
  public var words = ProseWords()

  private var anchors = AnchorNames()
  private var footnotes = Footnotes()
  private var openHTML = OpenHTML()

  /// A renderer that shows all in its plain form.
  public init() {}

  /// The HTML of a piece of Markdown. Cost: linear.
  public mutating func html(_ markdown: String) -> String {
    var prose = Prose(markdown)
    if hasExtensions { prose.extract(footnotes: hasFootnotes) }
    footnotes.defined.formUnion(prose.footnotes)
    // They stand in front, where no unclosed fence can swallow them.
    let references = definitions.isEmpty ? [] : Array((definitions + "\n\n").utf8)
    let offset = references.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    var writer = HTMLWriter(options: self, prose: prose, firstLine: offset)
    (writer.anchors, writer.footnotes, writer.open) = (anchors, footnotes, openHTML)
    var events: [MarkdownEvent] = []
    walkMarkdown(references + prose.bytes) { events.append($0) }
    if hasExtensions { events = prose.extended(events, footnotes: footnotes.defined) }
    for event in events { writer.write(event) }
    (anchors, footnotes, openHTML) = (writer.anchors, writer.footnotes, writer.open)
    return writer.html
  }

  /// Lets pieces that are rendered before this one refer to the footnotes that it defines. Cost: linear.
  public mutating func expectFootnotes(of markdown: String) {
    guard hasExtensions, hasFootnotes, markdown.utf8.contains(UInt8(ascii: "^")) else { return }
    var prose = Prose(markdown)
    prose.extractBlocks(footnotes: true)
    footnotes.defined.formUnion(prose.footnotes)
  }

  /// The footnotes of all that was rendered, for the end of the page; empty where there are none.
  public func footnoteSection() -> String { footnotes.html(words) }

  /// The closing tags of what raw HTML has left open, for the end of the page.
  public mutating func closeHTML() -> String { openHTML.closeAll() }

  /// The HTML of a piece that stands for itself: it has no footnotes, closes nothing around it and leaves
  /// nothing open.
  public mutating func htmlApart(_ markdown: String) -> String {
    let outer = (openHTML, hasFootnotes)
    (openHTML, hasFootnotes) = (OpenHTML(), false)
    defer { (openHTML, hasFootnotes) = outer }
    let html = html(markdown)
    return html + closeHTML()
  }

  /// What a page shows of a fragment of HTML that stands for itself.
  public func html(fragment: String) -> String {
    var writer = HTMLWriter(options: self, prose: Prose(""), firstLine: 0)
    writer.writeBlock(html: fragment)
    return writer.html + writer.open.closeAll() + "\n"
  }
}
