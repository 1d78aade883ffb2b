internal import Texts

/// Links to formulas that have names, which are known only when the whole page is written.
struct FormulaReferences {
  /// What formulas are called, by label.
  private(set) var tags: [String: String] = [:]

  /// Takes a name in; false where the label has one.
  mutating func add(_ tag: String, label: String) -> Bool {
    if tags[label] != nil { return false }
    tags[label] = tag
    return true
  }

  /// The id of the formula with a label. No heading's anchor has a colon.
  static func anchor(of label: String) -> String {
    "eq:" + FigureFile.component(label)
  }

  /// What stands in the page until the link is known: an element that no text of an author can make.
  static func mark(_ label: String, inParentheses: Bool) -> String {
    let name = inParentheses ? "eqref" : "ref"
    return "<\(name)>\(Escaping.line(label))</\(name)>"
  }

  /// The page with links; LaTeX's question marks where nothing has the label. Cost: linear, by bytes, since a page
  /// may hold large images.
  func resolved(_ page: String) -> String {
    let bytes = Array(page.utf8)
    var result: [UInt8] = []
    var copied = 0
    for start in MarkupSearch.places(of: "<eqref>", "<ref>", in: bytes) {
      let name = bytes[start + 1] == UInt8(ascii: "e") ? "eqref" : "ref"
      let label = bytes[(start + name.utf8.count + 2)...].prefix { $0 != UInt8(ascii: "<") }
      let link = link(
        to: MarkupText.unescaped(String(decoding: label, as: UTF8.self)),
        inParentheses: name == "eqref")
      result += bytes[copied..<start] + Array(link.utf8)
      copied = label.endIndex + name.utf8.count + 3
    }
    return copied == 0 ? page : String(decoding: result + bytes[copied...], as: UTF8.self)
  }

  private func link(to label: String, inParentheses: Bool) -> String {
    guard let tag = tags[label] else { return inParentheses ? "(???)" : "???" }
    let isWrapped = tag.hasPrefix("(") && tag.hasSuffix(")")
    let number = isWrapped ? String(tag.dropFirst().dropLast()) : tag
    let words = inParentheses ? "(\(number))" : number
    return "<a href=\"#\(Self.anchor(of: label))\">\(Escaping.line(words))</a>"
  }
}
