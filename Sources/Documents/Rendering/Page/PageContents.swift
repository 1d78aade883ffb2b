internal import Diagnostics

/// The headings of a page: their list and the links to them.
struct PageContents {
  struct Heading: Hashable {
    var level: Int
    var id: String
    /// As HTML, links and all.
    var html: String
  }
  private(set) var headings: [Heading] = []

  /// Shorter lessons need no list.
  private static let fewest = 4

  /// Takes the second and third level's headings of `html` in, and gives each a link to itself.
  mutating func collect(_ html: String) -> String {
    var result = ""
    var rest = Substring(html)
    while let start = rest.firstRange(of: "<h") {
      result += rest[..<start.lowerBound]
      rest = rest[start.lowerBound...]
      guard let heading = Self.heading(at: rest), let end = rest.firstRange(of: "</h") else {
        result += rest.prefix(2)
        rest = rest.dropFirst(2)
        continue
      }
      headings.append(heading)
      result += rest[..<end.lowerBound]
      result +=
        "<a class=\"anchor\" href=\"#\(heading.id)\" aria-hidden=\"true\" tabindex=\"-1\">#</a>"
      rest = rest[end.lowerBound...]
      result += rest.prefix(5)
      rest = rest.dropFirst(5)
    }
    return result + rest
  }

  private static func heading(at text: Substring) -> Heading? {
    guard let mark = text.dropFirst(2).first, mark == "2" || mark == "3",
      text.dropFirst(3).hasPrefix(" id=\""), let level = mark.wholeNumberValue
    else { return nil }
    let id = text.dropFirst(8).prefix { $0 != "\"" }
    guard let end = text.firstRange(of: "</h"), let open = text.firstIndex(of: ">"),
      open < end.lowerBound
    else { return nil }
    return Heading(
      level: level, id: String(id),
      html: String(text[text.index(after: open)..<end.lowerBound]))
  }

  /// Everything but `a` and `img` tags, which have no place inside another link.
  private static func withoutLinks(_ html: Substring) -> String {
    html.split(separator: "<", omittingEmptySubsequences: false).enumerated().map { number, piece in
      guard number > 0 else { return String(piece) }
      let isLink = piece.hasPrefix("a ") || piece.hasPrefix("/a>") || piece.hasPrefix("img ")
      guard isLink else { return "<" + piece }
      return piece.firstIndex(of: ">").map { String(piece[piece.index(after: $0)...]) } ?? ""
    }.joined()
  }

  var isLong: Bool { headings.filter { $0.level == 2 }.count >= Self.fewest }

  /// - Parameter references: the names of the page's formulas, which headings may have.
  func html(in language: Language, _ references: FormulaReferences) -> String {
    let items = headings.map { heading in
      let html = Self.withoutLinks(references.resolved(heading.html)[...])
      let deep = heading.level == 3 ? " class=\"deep\"" : ""
      return "<li\(deep)><a href=\"#\(heading.id)\">\(html)</a></li>\n"
    }
    let words = PageWords.contents.text(in: language)
    return "<nav class=\"contents\" aria-label=\"\(words)\"><details open>"
      + "<summary>\(words)</summary>\n<ul>\n\(items.joined())</ul></details></nav>\n"
  }
}
