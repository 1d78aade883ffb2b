internal import CommonMark
internal import Diagnostics
internal import Notebooks
internal import Texts

/// Turns the prose of a lesson into HTML, piece by piece, with anchors unique on the page.
struct ProseHTML {
  private var renderer = HTMLRenderer()

  init(definitions: String, pictures: PagePictures) {
    renderer.definitions = definitions
    renderer.codeBlock = { info, code in Self.codeBlock(info: info, code: code) }
    renderer.link = { address in
      guard address.hasPrefix("run:") else { return address }
      let target = address.dropFirst(4).prefix { $0 != "." && $0 != "[" }
      return "#" + OutputHTML.anchor(of: String(target))
    }
    renderer.image = { pictures.html($0) }
  }

  /// Markdown that a cell showed: its headings are none of the page's.
  static func shown(_ markdown: String, language: Language) -> String {
    var prose = ProseHTML(definitions: "", pictures: PagePictures([:], language: language))
    prose.renderer.hasAnchors = false
    return prose.html(markdown)
  }

  mutating func html(_ markdown: String) -> String {
    Self.withMath(Self.withScrolling(renderer.html(markdown)))
  }

  private static func codeBlock(info: String, code: String) -> String {
    let language = String(info.prefix { $0 != " " && $0 != "{" && $0 != "\t" })
    return
      "<pre tabindex=\"0\"><code>\(CodeHighlighter.html(code, language: language))</code></pre>\n"
  }

  /// Tables scroll in a box of their own; alignment by class, since the page's policy allows no
  /// style attributes.
  private static func withScrolling(_ html: String) -> String {
    guard html.contains("<table>") else { return html }
    var html = html.replacing("<table>", with: "<div class=\"scroll\" tabindex=\"0\"><table>")
      .replacing("</table>", with: "</table></div>")
    for tag in ["th", "td"] {
      for side in ["left", "center", "right"] {
        html = html.replacing(
          "<\(tag) style=\"text-align: \(side)\">", with: "<\(tag) class=\"\(side)\">")
      }
    }
    return html
  }

  /// The renderer leaves mathematics as escaped TeX in a `span`.
  private static func withMath(_ html: String) -> String {
    var result = ""
    for (number, piece) in html.split(
      separator: "<span class=\"math ", omittingEmptySubsequences: false
    ).enumerated() {
      guard number > 0, let end = piece.firstRange(of: "</span>"),
        let start = piece.firstRange(of: "\">")
      else {
        result += piece
        continue
      }
      let source = MarkupText.unescaped(piece[start.upperBound..<end.lowerBound])
      result += TeXMath.html(source, isDisplay: piece.hasPrefix("display"))
      result += piece[end.upperBound...]
    }
    return result
  }
}
