/// Writes a tree as MathML Core, which browsers show without a script.
///
/// What Core leaves to style sheets has classes: the page allows no style attributes.
struct MathMLWriter {
  private(set) var html = ""
  /// What a label's element is called on the page; nil where it gets no name.
  let anchor: (String) -> String?

  init(anchor: @escaping (String) -> String? = { _ in nil }) { self.anchor = anchor }

  /// An element with the attributes as they are written.
  mutating func element(
    _ name: String, _ attributes: String = "", _ content: (inout MathMLWriter) -> Void
  ) {
    html += "<\(name)\(attributes)>"
    content(&self)
    html += "</\(name)>"
  }

  mutating func leaf(_ name: String, _ text: String, _ attributes: String = "") {
    html += "<\(name)\(attributes)>\(Escaping.line(text))</\(name)>"
  }

  mutating func space(_ width: Double) {
    // Core has no widths below nothing.
    let attribute = width < 0 ? " class=\"m-neg\"" : " width=\"\(Self.em(width))\""
    html += "<mspace\(attribute)></mspace>"
  }

  static func em(_ width: Double) -> String {
    width == width.rounded() ? "\(Int(width))em" : "\(width)em"
  }

  /// One element, whatever the tree is.
  mutating func write(_ tree: MathTree) {
    switch tree {
    case .row(let items), .fence(let items):
      if let (word, count) = Self.word(in: items, from: 0), count == items.count {
        leaf("mi", word)
      } else {
        element("mrow") { $0.writeRow(items) }
      }
    case .letter(let letter, let font): write(letter: letter, font)
    case .number(let digits, let font):
      leaf("mn", digits.map { MathLetters.letter(String($0), in: font) }.joined())
    case .symbol(let sign, let own): write(sign: sign, own, isTight: false)
    case .function(let word, _): leaf("mi", word, word.count == 1 ? Self.upright : "")
    case .delimiter(let sign, let own, let size): write(delimiter: sign, own, size)
    case .text(let words, let font):
      leaf("mtext", Self.kept(words), Self.className(font.rawValue))
    case .space(let width): space(width)
    case .fraction(let upper, let lower, let hasRule):
      element("mfrac", hasRule ? "" : " linethickness=\"0\"") {
        $0.write(upper)
        $0.write(lower)
      }
    case .root(let body, let index): write(root: body, index)
    case .scripts(let base, let lower, let upper, let placement):
      writeScripts(base, lower, upper, placement)
    case .accent(let base, let accent): write(accent, on: base)
    case .table(let table): write(table)
    case .style(let body, let isDisplay, let level):
      let number = level.map { " scriptlevel=\"\($0)\"" } ?? ""
      element("mstyle", " displaystyle=\"\(isDisplay)\"\(number)") { $0.writeInner(body) }
    case .color(let body, let color):
      let attribute = color.hasPrefix("#") ? " mathcolor=\"\(color)\"" : Self.className(color)
      element("mstyle", attribute) { $0.writeInner(body) }
    case .box(let body): element("mrow", Self.className("m-box")) { $0.writeInner(body) }
    case .struck(let body, let strike):
      element("mrow", Self.className(strike.rawValue)) { $0.writeInner(body) }
    case .phantom(let body, let phantom): write(phantom, of: body)
    case .reference(let label, let inParentheses):
      element("mtext") { $0.html += FormulaReferences.mark(label, inParentheses: inParentheses) }
    }
  }

  /// What stands in an element that holds any number of others.
  mutating func writeInner(_ tree: MathTree) {
    if case .row(let items) = tree { writeRow(items) } else { write(tree) }
  }

  static let upright = " mathvariant=\"normal\""

  static func className(_ name: String) -> String {
    name.isEmpty ? "" : " class=\"\(name)\""
  }

  /// Browsers trim `mtext`; no-break spaces stay.
  private static func kept(_ words: String) -> String {
    var words = words
    if words.first == " " {
      words.replaceSubrange(..<words.index(after: words.startIndex), with: "\u{A0}")
    }
    if words.last == " " {
      words.removeLast()
      words += "\u{A0}"
    }
    return words
  }
}

// MARK: - Parts with places of their own

extension MathMLWriter {
  private mutating func write(root body: MathTree, _ index: MathTree?) {
    guard let index else { return element("msqrt") { $0.writeInner(body) } }
    element("mroot") {
      $0.write(body)
      $0.write(index)
    }
  }

  private mutating func writeScripts(
    _ base: MathTree, _ lower: MathTree?, _ upper: MathTree?, _ placement: ScriptPlacement
  ) {
    let names = placement == .beside ? ("msub", "msup") : ("munder", "mover")
    let both = placement == .beside ? "msubsup" : "munderover"
    let name = lower == nil ? names.1 : upper == nil ? names.0 : both
    element(name) {
      $0.write(base: base, placement)
      if let lower { $0.write(lower) }
      if let upper { $0.write(upper) }
    }
  }

  /// Large operators move their limits by themselves; others must be told.
  private mutating func write(base: MathTree, _ placement: ScriptPlacement) {
    switch (base, placement) {
    case (.function(let word, _), .movable):
      leaf("mo", word, " lspace=\"0\" rspace=\"0\" movablelimits=\"true\"")
    case (.symbol(let sign, .largeOperator), .stacked), (.symbol(let sign, .integral), .stacked):
      leaf("mo", sign, " movablelimits=\"false\"")
    case (.symbol(let sign, .integral), .movable): leaf("mo", sign, " movablelimits=\"true\"")
    default: write(base)
    }
  }

  private mutating func write(_ accent: MathAccent, on base: MathTree) {
    let place = accent.isBelow ? " accentunder=\"true\"" : " accent=\"true\""
    let line = accent.isLine ? Self.className(accent.isBelow ? "m-ul" : "m-ol") : ""
    element(accent.isBelow ? "munder" : "mover", place + line) {
      if accent.isLine { $0.element("mrow") { $0.writeInner(base) } } else { $0.write(base) }
      $0.leaf("mo", accent.mark, " stretchy=\"\(accent.isStretchy)\"")
    }
  }

  private mutating func write(_ phantom: Phantom, of body: MathTree) {
    switch phantom {
    case .all: element("mphantom") { $0.writeInner(body) }
    case .width:
      element("mpadded", " height=\"0\" depth=\"0\"") { $0.write(.phantom(body, .all)) }
    case .height: element("mpadded", " width=\"0\"") { $0.write(.phantom(body, .all)) }
    case .smash: element("mpadded", " height=\"0\" depth=\"0\"") { $0.writeInner(body) }
    }
  }
}
