internal import CommonMark
internal import Texts

/// The formulas in a piece of prose: HTML in which each stands as escaped TeX in a `span` of its own.
enum FormulaSpans {
  /// The HTML with other HTML in the place of each formula.
  static func replaced(
    in html: String, with formula: (_ source: String, _ isDisplay: Bool) -> String
  ) -> String {
    var pieces = html.split(separator: "<span class=\"math ", omittingEmptySubsequences: false)[...]
    var result = pieces.popFirst().map(String.init) ?? ""
    for piece in pieces {
      guard let end = piece.firstRange(of: "</span>"), let start = piece.firstRange(of: "\">")
      else {
        continue
      }
      let source = MarkupText.unescaped(piece[start.upperBound..<end.lowerBound])
      result += formula(source, piece.hasPrefix("display")) + piece[end.upperBound...]
    }
    return result
  }

  /// A fence of the language `math`: GitHub's way to write a displayed formula.
  static func fenced(_ code: String) -> String {
    "<p><span class=\"math display\">\(MarkupText.escaped(code, quotes: .double))</span></p>\n"
  }

  /// The formulas of a piece of Markdown, in order.
  static func sources(in markdown: String) -> [String] {
    guard markdown.contains("$") || markdown.contains("math") else { return [] }
    var renderer = HTMLRenderer()
    renderer.hasAnchors = false
    renderer.codeBlock = { info, code in
      info.prefix { $0 != " " && $0 != "{" && $0 != "\t" } == "math" ? fenced(code) : nil
    }
    var sources: [String] = []
    _ = replaced(in: renderer.html(markdown)) { source, _ in
      sources.append(source)
      return ""
    }
    return sources
  }
}
