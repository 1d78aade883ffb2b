/// The elements of an author's HTML that a page shows, and their attributes.
enum ShownElement {
  /// What may stand within a line of text.
  static let phrasing: Set = [
    "a", "abbr", "b", "br", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "s", "small",
    "span", "strong", "sub", "sup", "u", "wbr",
  ]
  /// All that is shown; `center` is a class.
  static let all: Set = phrasing.union([
    "audio", "blockquote", "caption", "center", "dd", "details", "div", "dl", "dt", "figcaption",
    "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video",
  ])
  /// What shows nothing, its text neither.
  static let silent: Set = ["script", "style"]
  /// What may stay open over Markdown, until another piece of HTML closes it.
  static let lasting: Set = [
    "blockquote", "center", "dd", "details", "div", "dl", "dt", "figure", "li", "ol", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]
  /// Of those, what holds no text itself.
  static let structure: Set = ["dl", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul"]

  /// The name that a page has for an element.
  static func tag(_ name: String) -> String { name == "center" ? "div" : name }

  /// The attributes that stay, with a blank in front; ids and addresses are the caller's.
  static func attributes(of name: String, _ given: [(name: String, value: String)]) -> String {
    var classes = name == "center" ? ["center"] : []
    var result = ""
    for (attribute, value) in given {
      switch (name, attribute) {
      case ("td", "align"), ("th", "align"), ("p", "align"), ("div", "align"), ("h1", "align"),
        ("h2", "align"), ("h3", "align"), ("h4", "align"), ("h5", "align"), ("h6", "align"):
        let side = value.lowercased()
        if ["left", "center", "right"].contains(side) { classes.append(side) }
      case ("td", "colspan"), ("th", "colspan"), ("td", "rowspan"), ("th", "rowspan"),
        ("ol", "start"), ("img", "width"), ("img", "height"):
        if isNumber(value) { result += " \(attribute)=\"\(value)\"" }
      case ("details", "open"): result += " open"
      case ("th", "scope") where ["col", "row"].contains(value): result += " scope=\"\(value)\""
      case (_, "title"): result += " title=\"\(HTMLEscaping.text(value))\""
      default: break
      }
    }
    return (classes.isEmpty ? "" : " class=\"\(classes[0])\"") + result
  }

  private static func isNumber(_ value: String) -> Bool {
    (1...4).contains(value.utf8.count) && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
