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
  /// As the front matter has it; nil where it says nothing.
  private let depth: Int?

  init(depth: Int?) { self.depth = depth }

  /// Shorter lessons need no list.
  private static let fewest = 4

  /// Takes the headings of `html` in, from the second level to the third or deeper ones that are listed, and
  /// gives each a link to itself.
  mutating func collect(_ html: String) -> String {
    var result = ""
    var rest = Substring(html)
    while let start = rest.firstRange(of: "<h") {
      result += rest[..<start.lowerBound]
      rest = rest[start.lowerBound...]
      guard let heading = heading(at: rest), let end = rest.firstRange(of: "</h") else {
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

  private func heading(at text: Substring) -> Heading? {
    guard let level = text.dropFirst(2).first?.wholeNumberValue,
      (2...max(3, depth ?? 3)).contains(level), text.dropFirst(3).hasPrefix(" id=\"")
    else { return nil }
    let id = text.dropFirst(8).prefix { $0 != "\"" }
    guard let end = text.firstRange(of: "</h"), let open = text.firstIndex(of: ">"),
      open < end.lowerBound
    else { return nil }
    return Heading(
      level: level, id: String(id),
      html: String(text[text.index(after: open)..<end.lowerBound]))
  }

  /// Everything but references to footnotes, and `a` and `img` tags, which have no place inside another link.
  private static func withoutLinks(_ html: Substring) -> String {
    let html = html.replacing(#/<sup class="note">.*?<\/sup>/#, with: "")
    return html.split(separator: "<", omittingEmptySubsequences: false).enumerated().map {
      number, piece in
      guard number > 0 else { return String(piece) }
      let isLink =
        piece.hasPrefix("a ") || piece.hasPrefix("a>") || piece.hasPrefix("/a>")
        || piece.hasPrefix("img ")
      guard isLink else { return "<" + piece }
      return piece.firstIndex(of: ">").map { String(piece[piece.index(after: $0)...]) } ?? ""
    }.joined()
  }

  /// Whether the page has a list: as the front matter says, else where it is long.
  var isShown: Bool {
    guard let depth else { return headings.filter { $0.level == 2 }.count >= Self.fewest }
    return depth > 0 && !headings.isEmpty
  }

  /// - Parameter references: the names of the page's formulas, which headings may have.
  func html(in language: Language, _ references: FormulaReferences) -> String {
    let items = headings.filter { $0.level <= depth ?? 3 }.map { heading in
      let levels = [
        "", "", "", " class=\"deep\"", " class=\"deep l4\"", " class=\"deep l5\"",
        " class=\"deep l6\"",
      ]
      let html = Self.withoutLinks(references.resolved(heading.html)[...])
      let deep = levels[heading.level]
      return "<li\(deep)><a href=\"#\(heading.id)\">\(html)</a></li>\n"
    }
    let words = PageWords.contents.text(in: language)
    return "<nav class=\"contents\" aria-label=\"\(words)\"><details open>"
      + "<summary>\(words)</summary>\n<ul>\n\(items.joined())</ul></details></nav>\n"
  }
}
