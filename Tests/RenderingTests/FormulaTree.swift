import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// MathML as a normalized tree, in one line. The rules are those of Tests/Oracles/formulas_pandoc.py.
final class FormulaTree: NSObject, XMLParserDelegate {
  private final class Node {
    let name: String
    let attributes: [String: String]
    var children: [Node] = []
    var text = ""

    init(_ name: String, _ attributes: [String: String]) {
      self.name = name
      self.attributes = attributes
    }

    var classes: [String] { attributes["class"]?.split(separator: " ").map(String.init) ?? [] }
  }

  private var open = [Node("document", [:])]

  /// - Returns: nil for what isn't well-formed, or no MathML.
  static func normalized(_ html: String) -> String? {
    guard html.hasPrefix("<math") else { return nil }
    let tree = FormulaTree()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = tree
    return parser.parse() ? one(row(tree.open[0])) : nil
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let node = Node(name, attributes)
    open[open.count - 1].children.append(node)
    open.append(node)
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    open[open.count - 1].text += text
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  // MARK: - Elements

  private static func tree(_ node: Node) -> [String] {
    switch node.name {
    case "mi", "mo", "mn", "mtext": return node.children.isEmpty ? token(node) : row(node)
    case "mspace":
      let width = node.attributes["width"].flatMap { Double($0.replacing("em", with: "")) } ?? 0
      return width <= 0.17 ? [] : [width < 0.35 ? "sp:blank" : "sp:\(Int((width * 100).rounded()))"]
    case "annotation": return []
    case "mtable": return table(node)
    case "mrow" where node.classes.contains("m-box"):
      return ["(box \(one(withoutStyle(row(node)))))"]
    case "mrow" where node.classes.first?.hasPrefix("m-s") == true:
      let (up, down) = ("updiagonalstrike", "downdiagonalstrike")
      let strokes = ["m-su": up, "m-sd": down, "m-sx": "\(up)-\(down)"][node.classes[0]] ?? "none"
      return ["(struck-\(strokes) \(one(row(node))))"]
    case "mstyle" where node.attributes["displaystyle"] != nil:
      let style = node.attributes["displaystyle"] ?? ""
      return ["(style-\(style) \(one(withoutStyle(row(node)))))"]
    case "mrow", "semantics", "mstyle", "math", "mpadded", "document": return row(node)
    case "msqrt", "mphantom": return ["(\(node.name) \(one(row(node))))"]
    default: return parts(node)
    }
  }

  private static func parts(_ node: Node) -> [String] {
    let hasRule = node.attributes["linethickness"] != "0"
    let name = node.name == "mfrac" && !hasRule ? "mfrac0" : node.name
    var parts = node.children.map { one(tree($0)) }
    if ["mover", "munder", "munderover"].contains(name) {
      parts = parts.map { part in
        guard let match = part.wholeMatch(of: #/\(row sp:blank (.*) sp:blank\)/#) else {
          return part
        }
        return String(match.output.1)
      }
    }
    if ["mover", "munder", "msub", "msup"].contains(name), parts[1] == "(row)" {
      return [parts[0]]
    }
    return ["(\(name) \(parts.joined(separator: " ")))"]
  }

  private static func row(_ node: Node) -> [String] {
    let items = node.children.flatMap(tree)
    return items.enumerated().filter { place, item in
      item != "sp:blank"
        || !items[max(0, place - 1)..<min(items.count, place + 2)].contains { $0.hasPrefix("t:") }
    }.map(\.element)
  }

  private static func one(_ items: [String]) -> String {
    items.count == 1 ? items[0] : "(row\(items.map { " " + $0 }.joined()))"
  }

  private static func withoutStyle(_ items: [String]) -> [String] {
    guard items.count == 1, let match = items[0].wholeMatch(of: #/\(style-(?:true|false) (.*)\)/#)
    else { return items }
    return withoutStyle([String(match.output.1)])
  }

  private static func table(_ node: Node) -> [String] {
    let rows = node.children
    if node.classes.contains("m-tag"), rows.count == 1, rows[0].children.count == 3 {
      return ["(tagged \(one(row(rows[0].children[1]))) \(one(row(rows[0].children[2]))))"]
    }
    var lines = rows.map { line in
      var cells = line.children.map { cell in
        (
          cell.classes.first { ["left", "right"].contains($0) } ?? "center", withoutStyle(row(cell))
        )
      }
      while cells.last?.1.isEmpty == true { cells.removeLast() }
      return "(tr\(cells.map { " \($0.0.prefix(1)):\(one($0.1))" }.joined()))"
    }
    while lines.count > 1, lines.last == "(tr)" { lines.removeLast() }
    return ["(table \(lines.joined(separator: " ")))"]
  }

  // MARK: - Tokens

  private static func token(_ node: Node) -> [String] {
    let text = node.text
    if node.name == "mtext" {
      let words = text.replacing("\u{A0}", with: " ").split(separator: " ")
      return words.isEmpty ? [] : ["t:" + words.joined(separator: " ")]
    }
    if text.isEmpty { return [] }
    if node.name == "mn" {
      let fonts = Set(text.filter { $0.isNumber }.map { letter($0, "u").font }).subtracting(["u"])
      let plain = String(text.map { letter($0, "u").plain })
      return ["n:" + plain + (fonts.isEmpty ? "" : "." + fonts.sorted().joined())]
    }
    guard node.name == "mi" || text.contains(where: isLetter) else { return ["s:" + same(text)] }
    let letters = text.filter { !$0.isWhitespace }
    let isItalic = letters.count == 1 && node.name == "mi" && node.attributes["mathvariant"] == nil
    return letters.map { character in
      let (font, plain) = letter(character, isItalic ? "i" : "u")
      return isLetter(plain) ? "\(font):\(plain)" : "s:" + same(String(plain))
    }
  }

  /// The alphabet and the plain letter.
  private static func letter(
    _ character: Character, _ variant: String
  ) -> (font: String, plain: Character) {
    let plain = String(character).precomposedStringWithCompatibilityMapping
    guard plain != String(character), plain.count == 1, let scalar = character.unicodeScalars.first
    else { return (variant, character) }
    guard let name = scalar.properties.name else { return (variant, character) }
    let isMathematical = name.hasPrefix("MATHEMATICAL ")
    let fonts = [
      ("BOLD ITALIC", "bi"), ("BOLD", "b"), ("ITALIC", "i"), ("SCRIPT", "c"), ("FRAKTUR", "f"),
      ("BLACK-LETTER", "f"), ("DOUBLE-STRUCK", "d"), ("SANS-SERIF", "s"), ("MONOSPACE", "t"),
      ("PLANCK", "i"),
    ]
    guard let font = fonts.first(where: { name.contains($0.0) }),
      isMathematical || "ℂℍℕℙℚℝℤℬℰℱℋℐℒℳℛℯℊℴℭℌℑℜℨℎ".contains(character)
    else { return (variant, character) }
    // The Re and Im of TeX are letters of that alphabet too.
    return (font.1, Character(plain))
  }

  /// Circled letters are signs.
  private static func isLetter(_ character: Character) -> Bool {
    let letters: Set<Unicode.GeneralCategory> = [
      .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    ]
    return character.unicodeScalars.first.map { letters.contains($0.properties.generalCategory) }
      ?? false
  }

  /// Signs that look the same are one.
  private static func same(_ sign: String) -> String {
    let signs = [
      "∣": "|", "‾": "¯", "\u{302}": "^", "˜": "~", "∥": "‖", "-": "−",
      "·": "⋅", "*": "∗", "⊥": "⟂", "•": "∙", "\\": "∖",
    ]
    return signs[sign] ?? sign
  }
}
