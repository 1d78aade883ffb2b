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

  /// The page with links; LaTeX's question marks where nothing has the label.
  func resolved(_ page: String) -> String {
    guard page.contains("<ref>") || page.contains("<eqref>") else { return page }
    return resolved(resolved(page, name: "eqref"), name: "ref")
  }

  private func resolved(_ page: String, name: String) -> String {
    var pieces = page.split(separator: "<\(name)>", omittingEmptySubsequences: false)[...]
    var result = pieces.popFirst().map(String.init) ?? ""
    for piece in pieces {
      guard let end = piece.firstRange(of: "</\(name)>") else { continue }
      let label = MarkupText.unescaped(piece[..<end.lowerBound])
      result += link(to: label, inParentheses: name == "eqref") + piece[end.upperBound...]
    }
    return result
  }

  private func link(to label: String, inParentheses: Bool) -> String {
    guard let tag = tags[label] else { return inParentheses ? "(???)" : "???" }
    let isWrapped = tag.hasPrefix("(") && tag.hasSuffix(")")
    let number = isWrapped ? String(tag.dropFirst().dropLast()) : tag
    let words = inParentheses ? "(\(number))" : number
    return "<a href=\"#\(Self.anchor(of: label))\">\(Escaping.line(words))</a>"
  }
}
