internal import CommonMark
internal import Diagnostics
internal import Notebooks
internal import Texts
internal import Words

/// Turns the prose of a lesson into HTML, piece by piece, with anchors unique on the page.
struct ProseHTML {
  private var renderer = HTMLRenderer()
  /// What a table is called that has no name.
  private let table: String
  /// The formulas so far, and what they are called.
  private(set) var formulas: PageFormulas

  /// - Parameters:
  ///   - lessons: the files that are lessons, which have pages of their own.
  init(
    definitions: String, pictures: PagePictures, formulas: PageFormulas,
    lessons: Set<String> = [], language: Language
  ) {
    self.formulas = formulas
    table = language.words.table
    renderer.definitions = definitions
    renderer.words = Self.words(in: language)
    renderer.codeBlock = { info, code in Self.codeBlock(info: info, code: code) }
    renderer.link = { address in
      if let link = LessonLink(address), lessons.contains(link.path) { return link.pageAddress }
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
      formulas: PageFormulas(isNumbered: false, language: language), language: language)
    prose.renderer.hasAnchors = false
    return prose.html(ofOutput: markdown)
  }

  mutating func html(_ markdown: String) -> String {
    finished(renderer.html(markdown))
  }

  /// HTML that a cell showed, of which only harmless elements stay.
  static func shown(html: String, language: Language) -> String {
    var prose = ProseHTML(
      definitions: "", pictures: PagePictures([:], language: language),
      formulas: PageFormulas(isNumbered: false, language: language), language: language)
    prose.renderer.hasAnchors = false
    return "<div class=\"shown\">\n\(prose.finished(prose.renderer.html(fragment: html)))</div>\n"
  }

  /// Markdown of an output, or of another place that stands for itself: neither its footnotes nor its HTML reach
  /// into the page.
  mutating func html(ofOutput markdown: String) -> String {
    finished(renderer.htmlApart(markdown))
  }

  /// Lets prose before this piece refer to its footnotes.
  mutating func expectFootnotes(of markdown: String) { renderer.expectFootnotes(of: markdown) }

  /// The end of what the prose's HTML left open.
  mutating func closeHTML() -> String { finished(renderer.closeHTML()) }

  /// The footnotes of all pieces, for the page's end.
  mutating func footnoteSection() -> String { finished(renderer.footnoteSection()) }

  private mutating func finished(_ html: String) -> String {
    FormulaSpans.replaced(in: Self.withScrolling(html, table: table)) {
      formulas.html($0, isDisplay: $1)
    }
  }

  private static func words(in language: Language) -> ProseWords {
    let own = language.words
    var words = ProseWords()
    (words.doneTask, words.openTask) = (own.doneTask, own.openTask)
    (words.footnotes, words.backToReference) = (own.footnotes, own.backToReference)
    (words.audio, words.video) = (own.audio, own.video)
    words.alerts = [
      .note: own.note, .tip: own.tip, .important: own.important, .warning: own.warning,
      .caution: own.caution,
    ]
    return words
  }

  private static func codeBlock(info: String, code: String) -> String {
    let language = String(info.prefix { $0 != " " && $0 != "{" && $0 != "\t" })
    if language == "math" { return FormulaSpans.fenced(code) }
    return
      "<pre tabindex=\"0\"><code>\(CodeHighlighter.html(code, language: language))</code></pre>\n"
  }

  /// Tables scroll in a box of their own; alignment by class, since the page's policy allows no
  /// style attributes.
  private static func withScrolling(_ html: String, table: String) -> String {
    guard html.contains("<table>") else { return html }
    let box = "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(table)\">"
    var html = html.replacing("<table>", with: box + "<table>").replacing(
      "</table>", with: "</table></div>")
    for tag in ["th", "td"] {
      for side in ["left", "center", "right"] {
        html = html.replacing(
          "<\(tag) style=\"text-align: \(side)\">", with: "<\(tag) class=\"\(side)\">")
      }
    }
    // A heading without words is none.
    return html.replacing(/<th([^>]*)><\/th>/) { "<td\($0.1)></td>" }
  }
}
