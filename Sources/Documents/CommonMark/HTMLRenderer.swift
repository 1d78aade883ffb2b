/// Prose to HTML.
///
/// CommonMark with pipe tables (GFM, section 4.10), sizes behind images (`{width=50%}`) and mathematics:
/// `$…$` becomes `<span class="math inline">`, `$$…$$` `<span class="math display">`. Headings get
/// anchors that are unique among all that one renderer renders.
public struct HTMLRenderer: Sendable {
  /// Whether raw HTML is shown as text (comments are dropped) and dangerous addresses are dropped.
  public var isSafe = true
  /// Whether pipe tables, mathematics and heading anchors exist besides CommonMark.
  public var hasExtensions = true
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

  private var anchors = AnchorNames()

  /// A renderer that shows all in its plain form.
  public init() {}

  /// The HTML of a piece of Markdown. Cost: linear.
  public mutating func html(_ markdown: String) -> String {
    var prose = Prose(markdown)
    if hasExtensions { prose.extract() }
    // They stand in front, where no unclosed fence can swallow them.
    let references = definitions.isEmpty ? [] : Array((definitions + "\n\n").utf8)
    let offset = references.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    var writer = HTMLWriter(options: self, prose: prose, firstLine: offset, anchors: anchors)
    walkMarkdown(references + prose.bytes) { writer.write($0) }
    anchors = writer.anchors
    return writer.html
  }
}
