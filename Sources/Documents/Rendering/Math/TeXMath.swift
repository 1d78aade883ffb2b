/// The common part of TeX's mathematics as MathML Core, which browsers show without a script.
///
/// A formula with anything else in it is shown as its source.
struct TeXMath {
  private let text: [Character]
  private var index = 0
  private let isDisplay: Bool

  /// Deeper formulas aren't mathematics.
  private static let deepest = 24

  private struct Unknown: Error {}

  /// The HTML of a formula.
  static func html(_ source: String, isDisplay: Bool) -> String {
    // IPython's `Math` begins so: limits stand above and below, in a line of text too.
    let style = "\\displaystyle "
    let isStyled = source.hasPrefix(style)
    var parser = TeXMath(
      text: Array(isStyled ? String(source.dropFirst(style.count)) : source),
      isDisplay: isDisplay || isStyled)
    let name = isDisplay ? " display=\"block\"" : ""
    guard source.utf8.count <= 4096, let body = try? parser.row(depth: 0),
      parser.index == parser.text.count
    else {
      return "<code class=\"tex\(isDisplay ? " display" : "")\">\(Escaping.markup(source))</code>"
    }
    return "<math\(name)><semantics><mrow>\(body)</mrow>"
      + "<annotation encoding=\"application/x-tex\">\(Escaping.markup(source))</annotation>"
      + "</semantics></math>"
  }

  private init(text: [Character], isDisplay: Bool) {
    self.text = text
    self.isDisplay = isDisplay
  }

  /// Atoms up to a closing brace or the end.
  private mutating func row(depth: Int) throws(Unknown) -> String {
    var html = ""
    while skipBlanks(), text[index] != "}" {
      let isFunction = isFunctionAhead
      html += try scripted(depth: depth)
      // TeX sets a thin space between a function's name and a bare argument.
      if isFunction, skipBlanks(), !"({}^_".contains(text[index]) {
        html += "<mspace width=\"0.17em\"></mspace>"
      }
    }
    return html
  }

  /// Whether something follows.
  private mutating func skipBlanks() -> Bool {
    while index < text.count, text[index].isWhitespace { index += 1 }
    return index < text.count
  }

  private var isFunctionAhead: Bool {
    guard text[index] == "\\" else { return false }
    return TeXSymbols.functions.contains(
      String(text[(index + 1)...].prefix { $0.isASCII && $0.isLetter }))
  }

  /// An atom with what is raised and lowered.
  private mutating func scripted(depth: Int) throws(Unknown) -> String {
    let (base, hasLimits) = try atom(depth: depth)
    var upper: String?
    var lower: String?
    while skipBlanks(), "^_'".contains(text[index]) {
      let mark = text[index]
      index += 1
      if mark == "'" {
        upper = (upper ?? "") + "<mo>′</mo>"
        continue
      }
      guard skipBlanks(), (mark == "^" ? upper : lower) == nil else { throw Unknown() }
      let script = try atom(depth: depth + 1).html
      if mark == "^" { upper = script } else { lower = script }
    }
    let names =
      hasLimits && isDisplay ? ("munder", "mover", "munderover") : ("msub", "msup", "msubsup")
    switch (lower, upper) {
    case (nil, nil): return base
    case (let lower?, nil): return "<\(names.0)>\(base)\(lower)</\(names.0)>"
    case (nil, let upper?): return "<\(names.1)>\(base)<mrow>\(upper)</mrow></\(names.1)>"
    case (let lower?, let upper?):
      return "<\(names.2)>\(base)\(lower)<mrow>\(upper)</mrow></\(names.2)>"
    }
  }

  private mutating func atom(depth: Int) throws(Unknown) -> (html: String, hasLimits: Bool) {
    guard depth < Self.deepest, skipBlanks() else { throw Unknown() }
    let character = text[index]
    if character.isNumber { return (number(), false) }
    index += 1
    switch character {
    case "{":
      let body = try row(depth: depth + 1)
      guard index < text.count else { throw Unknown() }
      index += 1
      return ("<mrow>\(body)</mrow>", false)
    case "\\": return try command(depth: depth)
    case "}", "^", "_", "&", "#", "%", "$": throw Unknown()
    case "-": return ("<mo>−</mo>", false)
    case "*": return ("<mo>∗</mo>", false)
    default:
      let name = character.isLetter ? "mi" : "mo"
      return ("<\(name)>\(Escaping.line(String(character)))</\(name)>", false)
    }
  }

  private mutating func number() -> String {
    var digits = ""
    while index < text.count {
      if text[index].isNumber || isSeparator(at: index) {
        digits.append(text[index])
        index += 1
      } else if isBracedComma(at: index) {
        digits.append(",")
        index += 3
      } else {
        break
      }
    }
    return "<mn>\(Escaping.line(digits))</mn>"
  }

  private func isSeparator(at place: Int) -> Bool {
    ".,".contains(text[place]) && place + 1 < text.count && text[place + 1].isNumber
  }

  /// `{,}` between digits is TeX's way to write a decimal comma.
  private func isBracedComma(at place: Int) -> Bool {
    text[place...].starts(with: ["{", ",", "}"]) && place + 3 < text.count
      && text[place + 3].isNumber
  }
}

extension TeXMath {
  private mutating func command(depth: Int) throws(Unknown) -> (html: String, hasLimits: Bool) {
    let name = commandName()
    if let symbol = TeXSymbols.identifiers[name] { return ("<mi>\(symbol)</mi>", false) }
    if let symbol = TeXSymbols.operators[name] { return ("<mo>\(symbol)</mo>", false) }
    if let symbol = TeXSymbols.limits[name] { return ("<mo>\(symbol)</mo>", true) }
    if TeXSymbols.functions.contains(name) { return ("<mi>\(name)</mi>", false) }
    if let width = TeXSymbols.spaces[name] {
      return ("<mspace width=\"\(width)em\"></mspace>", false)
    }
    if let font = TeXSymbols.fonts[name] { return (try letters(font), false) }
    if let accent = TeXSymbols.accents[name] {
      let base = try atom(depth: depth + 1).html
      return ("<mover accent=\"true\">\(base)<mo>\(accent)</mo></mover>", false)
    }
    switch name {
    case "frac", "dfrac", "tfrac":
      let upper = try atom(depth: depth + 1).html
      return ("<mfrac>\(upper)\(try atom(depth: depth + 1).html)</mfrac>", false)
    case "sqrt": return ("<msqrt>\(try atom(depth: depth + 1).html)</msqrt>", false)
    case "text", "textrm", "mbox": return ("<mtext>\(Escaping.line(try group()))</mtext>", false)
    // MathML stretches brackets by itself.
    case "left", "right": return try atom(depth: depth + 1)
    case "%", "#", "$", "_", "&": return ("<mo>\(Escaping.line(name))</mo>", false)
    default: throw Unknown()
    }
  }

  private mutating func commandName() -> String {
    guard index < text.count else { return "" }
    let start = index
    while index < text.count, text[index].isASCII, text[index].isLetter { index += 1 }
    if index == start { index += 1 }
    return String(text[start..<index])
  }

  private mutating func group() throws(Unknown) -> String {
    guard skipBlanks(), text[index] == "{",
      let end = text[index...].firstIndex(of: "}")
    else { throw Unknown() }
    defer { index = end + 1 }
    return String(text[(index + 1)..<end])
  }

  private mutating func letters(_ font: String) throws(Unknown) -> String {
    let content = try group()
    guard !content.contains("\\") else { throw Unknown() }
    let style = font == "normal" ? " mathvariant=\"normal\"" : ""
    return "<mi\(style)>\(MathLetters.text(content, font: font))</mi>"
  }
}
