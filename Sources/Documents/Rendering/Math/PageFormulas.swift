internal import Diagnostics
internal import Words

/// The formulas of a page, one after another: what one defines the next ones know, and numbers go on.
struct PageFormulas {
  private var macros: [String: TeXMacro]
  /// How many have numbers; nil where none get any.
  private var count: Int?
  private(set) var references = FormulaReferences()
  /// What a formula that scrolls is called.
  private let name: String

  /// What has more em scrolls on a screen of 390 pixels.
  private static let narrow = 18.0

  /// - Parameters:
  ///   - macros: of the lesson.
  ///   - language: of the page.
  ///   - isNumbered: whether formulas get numbers and names; those that a cell shows don't.
  init(macros: [String: TeXMacro] = [:], isNumbered: Bool = true, language: Language) {
    self.macros = macros
    name = language.words.formula
    count = isNumbered ? 0 : nil
  }

  /// The HTML of a formula: its source where it can't be read, and nothing where all it does is define.
  mutating func html(_ source: String, isDisplay: Bool) -> String {
    guard let tree = try? tree(of: source) else { return Self.code(source, isDisplay: isDisplay) }
    if tree.isEmpty, source.contains("\\") { return "" }
    if let (label, inParentheses) = tree.soleReference, !isDisplay {
      return FormulaReferences.mark(label, inParentheses: inParentheses)
    }
    let names = names(in: tree)
    var writer = MathMLWriter(anchor: { names[$0] })
    writer.writeInner(tree)
    let html =
      "<math\(isDisplay ? " display=\"block\"" : "")><semantics><mrow>\(writer.html)</mrow>"
      + "<annotation encoding=\"application/x-tex\">\(Escaping.markup(source))</annotation>"
      + "</semantics></math>"
    return isDisplay && tree.width > Self.narrow ? scrolling(html) : html
  }

  /// The keyboard has to reach what may not fit.
  private func scrolling(_ html: String) -> String {
    "<span class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"\(name)\">\(html)</span>"
  }

  /// Reads a formula, and keeps what it defines.
  mutating func tree(of source: String) throws(MathProblem) -> MathTree {
    var parser = try MathParser(source, macros: macros, count: count)
    let tree = try parser.formula()
    macros = parser.stream.macros
    count = parser.count
    return tree
  }

  /// The ids of the labels that a formula gives, but for those that the page has.
  private mutating func names(in tree: MathTree) -> [String: String] {
    var names: [String: String] = [:]
    for tag in tree.tags where count != nil {
      guard let label = tag.label, references.add(tag.text, label: label) else { continue }
      names[label] = FormulaReferences.anchor(of: label)
    }
    return names
  }

  private static func code(_ source: String, isDisplay: Bool) -> String {
    "<code class=\"tex\(isDisplay ? " display" : "")\">\(Escaping.markup(source))</code>"
  }
}
