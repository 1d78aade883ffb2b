internal import Diagnostics
internal import Words

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

  /// Takes the headings of `html` in, from the second level on, and gives each a link to itself, which is called as
  /// the heading is.
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
        "<a class=\"anchor\" href=\"#\(heading.id)\" aria-labelledby=\"\(heading.id)\"></a>"
      rest = rest[end.lowerBound...]
      result += rest.prefix(5)
      rest = rest.dropFirst(5)
    }
    return result + rest
  }

  private func heading(at text: Substring) -> Heading? {
    guard let level = text.dropFirst(2).first?.wholeNumberValue,
      (2...6).contains(level), text.dropFirst(3).hasPrefix(" id=\"")
    else { return nil }
    let id = text.dropFirst(8).prefix { $0 != "\"" }
    guard let end = text.firstRange(of: "</h"), let open = text.firstIndex(of: ">"),
      open < end.lowerBound
    else { return nil }
    return Heading(
      level: level, id: String(id),
      html: String(text[text.index(after: open)..<end.lowerBound]))
  }

  /// Everything but references to footnotes, `a` and `img` tags, which have no place inside another link, and ids, of
  /// which a page has each once.
  private static func withoutLinks(_ html: Substring) -> String {
    let html = html.replacing(#/<sup class="note">.*?<\/sup>/#, with: "")
    return html.split(separator: "<", omittingEmptySubsequences: false).enumerated().map {
      number, piece in
      guard number > 0 else { return String(piece) }
      let isLink =
        piece.hasPrefix("a ") || piece.hasPrefix("a>") || piece.hasPrefix("/a>")
        || piece.hasPrefix("img ")
      guard isLink else { return "<" + withoutID(piece) }
      return piece.firstIndex(of: ">").map { String(piece[piece.index(after: $0)...]) } ?? ""
    }.joined()
  }

  /// A tag and the text behind it, without the tag's `id`.
  private static func withoutID(_ piece: Substring) -> String {
    guard piece.contains(" id=\"") else { return String(piece) }
    var parts = piece.split(separator: "\"", omittingEmptySubsequences: false)
    // Values stand at odd places, up to the tag's end, which none of them has in it.
    for index in parts.indices.dropFirst().filter({ $0 % 2 == 1 }) {
      if parts[index - 1].contains(">") { break }
      guard parts[index - 1].hasSuffix(" id=") else { continue }
      parts[index - 1].removeLast(4)
      parts[index + 1] = parts[index - 1] + parts[index + 1]
      parts.removeSubrange(index - 1...index)
      break
    }
    return parts.joined(separator: "\"")
  }

  /// Whether the page has a list: as the front matter says, else where it is long.
  var isShown: Bool {
    guard let depth else { return headings.filter { $0.level == 2 }.count >= Self.fewest }
    return headings.contains { $0.level <= depth }
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
    let words = language.words.contents
    return "<nav class=\"contents\" aria-label=\"\(words)\"><details open>"
      + "<summary>\(words)</summary>\n<ul>\n\(items.joined())</ul></details></nav>\n"
  }
}
