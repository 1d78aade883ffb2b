/// Words in formulas.
extension MathParser {
  mutating func text(_ font: TextFont, of command: TeXToken) throws(MathProblem) -> MathTree {
    let tokens = try stream.argument(of: command)
    return try deeper { parser throws(MathProblem) in
      var reader = TextReader(font: font)
      try reader.read(tokens[...], &parser)
      return reader.tree
    }
  }

  /// A formula among words.
  fileprivate mutating func inner(_ tokens: ArraySlice<TeXToken>) throws(MathProblem) -> MathTree {
    let rest = stream.exchange(Array(tokens))
    let tree = try row()
    if let token = try stream.peek() {
      throw MathProblem(.unexpected(token.source), at: token.range)
    }
    _ = stream.exchange(rest)
    return tree
  }
}

/// Puts words together, and what stands among them.
private struct TextReader {
  var font: TextFont
  private var words = ""
  private var pieces: [MathTree] = []

  init(font: TextFont) { self.font = font }

  var tree: MathTree {
    let all = words.isEmpty ? pieces : pieces + [.text(words, font)]
    return all.count == 1 ? all[0] : .row(all)
  }

  mutating func read(
    _ tokens: ArraySlice<TeXToken>, _ parser: inout MathParser
  ) throws(MathProblem) {
    var rest = tokens
    while let token = rest.popFirst() {
      switch token.kind {
      case .character("$"):
        guard let end = rest.firstIndex(where: { $0.character == "$" }) else {
          throw MathProblem(.missing("$"), at: token.range)
        }
        flush()
        let formula = try parser.inner(rest[..<end])
        pieces.append(.style(formula, isDisplay: false, level: nil))
        rest = rest[(end + 1)...]
      case .character("~"): words += "\u{A0}"
      case .character("{"), .character("}"): break
      case .character(let character):
        guard !"#&^_".contains(character) else {
          throw MathProblem(.unexpected(token.source), at: token.range)
        }
        words.append(character)
      case .command(let name):
        if let own = MathTexts.commands[name] {
          words += own
        } else if let own = MathTexts.fonts[name] {
          try nested(own, &rest, token, &parser)
        } else {
          throw MathProblem(.unknownCommand(name), at: token.range)
        }
      }
    }
  }

  private mutating func nested(
    _ own: TextFont, _ rest: inout ArraySlice<TeXToken>, _ token: TeXToken,
    _ parser: inout MathParser
  ) throws(MathProblem) {
    var depth = 0
    guard rest.first?.character == "{",
      let end = rest.firstIndex(where: { word in
        if word.character == "{" { depth += 1 }
        if word.character == "}" { depth -= 1 }
        return depth == 0
      })
    else { throw MathProblem(.missing("{"), at: token.range) }
    flush()
    let content = rest[(rest.startIndex + 1)..<end]
    rest = rest[(end + 1)...]
    let outer = font
    pieces.append(
      try parser.deeper { parser throws(MathProblem) in
        var reader = TextReader(font: own == .standard ? outer : own)
        try reader.read(content, &parser)
        return reader.tree
      })
  }

  private mutating func flush() {
    if !words.isEmpty { pieces.append(.text(words, font)) }
    words = ""
  }
}
