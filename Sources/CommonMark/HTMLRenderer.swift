/// Prose to HTML.
///
/// CommonMark with pipe tables (GFM, section 4.10) and mathematics: `$…$` becomes
/// `<span class="math inline">`, `$$…$$` `<span class="math display">`. Headings get anchors that
/// are unique among all that one renderer renders.
public struct HTMLRenderer: Sendable {
  /// Whether raw HTML is shown as text (comments are dropped) and dangerous addresses are dropped.
  public var isSafe = true
  /// Whether pipe tables, mathematics and heading anchors exist besides CommonMark.
  public var hasExtensions = true
  /// The HTML of a code block, from its info string and code; nil for the plain form.
  public var codeBlock: @Sendable (_ info: String, _ code: String) -> String? = { _, _ in nil }
  /// The address to put in place of a link's; nil drops the link and keeps its text.
  public var link: @Sendable (_ url: String) -> String? = { $0 }
  /// The HTML of an image, from its address, alternative text and title; nil for the plain form.
  public var image: @Sendable (_ url: String, _ alt: String, _ title: String) -> String? = {
    _, _, _ in nil
  }
  /// Link reference definitions from elsewhere in the document (`MarkdownDocument`).
  public var definitions = ""

  public init() {}

  /// The HTML of a piece of Markdown.
  public mutating func html(_ markdown: String) -> String { "" }
}
