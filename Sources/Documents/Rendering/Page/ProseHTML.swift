internal import CommonMark
internal import Diagnostics
internal import Notebooks
internal import Texts

/// Turns the prose of a lesson into HTML, piece by piece, with anchors unique on the page.
struct ProseHTML {
  private var renderer = HTMLRenderer()
  /// The formulas so far, and what they are called.
  private(set) var formulas: PageFormulas

  init(definitions: String, pictures: PagePictures, formulas: PageFormulas) {
    self.formulas = formulas
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
    var prose = ProseHTML(
      definitions: "", pictures: PagePictures([:], language: language),
      formulas: PageFormulas(isNumbered: false))
    prose.renderer.hasAnchors = false
    return prose.html(markdown)
  }

  mutating func html(_ markdown: String) -> String {
    FormulaSpans.replaced(in: Self.withScrolling(renderer.html(markdown))) {
      formulas.html($0, isDisplay: $1)
    }
  }

  private static func codeBlock(info: String, code: String) -> String {
    let language = String(info.prefix { $0 != " " && $0 != "{" && $0 != "\t" })
    if language == "math" { return FormulaSpans.fenced(code) }
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
}
