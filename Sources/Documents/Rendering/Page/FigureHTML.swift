internal import Diagnostics
internal import RunRecords
internal import Words

/// A figure on a page: what is drawn, and below it its data, folded.
struct FigureHTML {
  let output: FigureOutput
  /// Begins the ids inside, which must not occur twice in a page.
  let prefix: String
  let language: Language
  private let summary: FigureSummary

  init(_ output: FigureOutput, prefix: String, language: Language) {
    (self.output, self.prefix, self.language) = (output, prefix, language)
    summary = FigureSummary(output.figure, in: language)
  }

  /// - Parameter table: writes a table with a name for who can't see it.
  func html(_ table: (_ table: TextTable, _ name: String) -> String) -> String {
    let caption =
      output.caption.map { "<figcaption>\(Escaping.line($0))</figcaption>\n" } ?? ""
    return "<figure class=\"figure\">\n\(drawn)\(caption)</figure>\n" + data(table)
  }

  private var drawn: String {
    let spoken = output.spoken(in: language)
    if let drawing = output.drawing {
      return Self.card(drawing.bytes, words: spoken, more: described, language: language)
    }
    let words = Escaping.line(spoken)
    let panels = SVGRenderer(language: language).panels(of: output.figure)
    // Pictures have no more neighbors than the figure asks for.
    let columns = output.figure.columns
    let few = output.figure.isPictures && 1...5 ~= columns ? " c\(columns)" : ""
    let html =
      "<div class=\"panels\(few)\" role=\"img\" aria-label=\"\(words)\"\(described)>\n\(panels)</div>\n"
    return panels.contains("class=\"cf full\"")
      ? Self.box("scroll", words: words) + html + "</div>\n" : html
  }

  private var described: String {
    summary.text.isEmpty ? "" : " aria-describedby=\"\(prefix)-d\""
  }

  private func data(_ table: (_ table: TextTable, _ name: String) -> String) -> String {
    if summary.text.isEmpty, summary.tables.isEmpty { return "" }
    let name = Escaping.line(output.spoken(in: language))
    let tables = summary.tables.map { table($0, output.name) }.joined()
    return
      "<details class=\"fold data\">\n<summary aria-label=\"\(word): \(name)\">\(word)</summary>\n"
      + "<p id=\"\(prefix)-d\">\(Escaping.line(summary.text))</p>\n\(tables)</details>\n"
  }

  private var word: String { language.words.figureData }

  /// A picture that came finished, on a card of its own since it is made for light surroundings. It isn't
  /// made smaller than its words can be read.
  static func card(
    _ bytes: [UInt8], words: String, more: String = "", language: Language
  ) -> String {
    guard let address = EmbeddedImage.address(of: bytes) else {
      return EmbeddedImage.html(nil, alt: words, title: "", language: language) + "\n"
    }
    let (words, size) = (Escaping.line(words), DrawnSize(bytes))
    let props = size?.props ?? ""
    return box("card", words: size?.isWide == true ? words : nil)
      + "<div>\(props)<img src=\"\(address)\" alt=\"\(words)\"\(more)></div>\n</div>\n"
  }

  /// The start of a box that scrolls on its own.
  ///
  /// - Parameter words: what the box is called where the keyboard has to reach it, as markup; nil where
  ///   everything fits.
  private static func box(_ name: String, words: String?) -> String {
    let keys = words.map { " tabindex=\"0\" role=\"group\" aria-label=\"\($0)\"" } ?? ""
    return "<div class=\"\(name)\"\(keys)>\n"
  }
}
