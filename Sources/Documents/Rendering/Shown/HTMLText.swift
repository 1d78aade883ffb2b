internal import Texts

/// The words of HTML, without its markup: what a page shows of HTML that a cell made.
enum HTMLText {
  /// Blocks stand on lines of their own. Cost: linear.
  static func plain(_ html: String) -> String {
    var reader = Reader(html)
    reader.readAll()
    return reader.lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private struct Reader {
    private(set) var lines: [String] = []
    private var line = ""
    private var needsBlank = false
    private var rest: Substring.UnicodeScalarView

    init(_ html: String) { rest = Substring(html).unicodeScalars }

    mutating func readAll() {
      while let scalar = rest.popFirst() {
        switch scalar {
        case "<": markup()
        case "&": put(MarkupText.reference(takenFrom: &rest) ?? "&")
        case " ", "\t", "\n", "\r", "\u{C}": needsBlank = !line.isEmpty
        default: put(scalar)
        }
      }
      endLine()
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
      if needsBlank { line.append(" ") }
      needsBlank = false
      line.unicodeScalars.append(scalar)
    }

    private mutating func endLine() {
      lines.append(line)
      (line, needsBlank) = ("", false)
    }

    /// What follows a `<`.
    private mutating func markup() {
      guard let first = rest.first, first == "/" || first == "!" || first == "?" || isLetter(first)
      else { return put("<") }
      if first == "!", rest.prefix(3).elementsEqual("!--".unicodeScalars) {
        return skip(past: "-->")
      }
      let name = tag()
      if ["script", "style", "template", "title"].contains(name) { return skip(past: "</\(name)") }
      if HTMLText.blocks.contains(name.first == "/" ? String(name.dropFirst()) : name) {
        endLine()
      } else if name == "td" || name == "th" {
        needsBlank = !line.isEmpty
      }
    }

    /// Reads a tag to its end and gives its name.
    private mutating func tag() -> String {
      var name = ""
      var isName = true
      var quote: Unicode.Scalar?
      while let scalar = rest.popFirst() {
        if let open = quote {
          if scalar == open { quote = nil }
          continue
        }
        if scalar == ">" { break }
        if scalar == "\"" || scalar == "'" { quote = scalar }
        isName = isName && (isLetter(scalar) || scalar == "/" || "0"..."9" ~= scalar)
        if isName, name.utf8.count < 16 { name.unicodeScalars.append(scalar) }
      }
      return name.lowercased()
    }

    /// Leaves out all up to the end of a text, or of the HTML; the rest of the tag that it begins too.
    private mutating func skip(past end: String) {
      let wanted = Array(end.unicodeScalars)
      var matched = 0
      while let scalar = rest.popFirst() {
        let low = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        matched = low == wanted[matched] ? matched + 1 : low == wanted[0] ? 1 : 0
        guard matched == wanted.count else { continue }
        if end.hasPrefix("</") { _ = tag() }
        return
      }
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      "a"..."z" ~= scalar || "A"..."Z" ~= scalar
    }
  }

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl",
    "dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "thead",
    "tr", "ul",
  ]
}
