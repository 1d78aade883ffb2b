/// Collects `\tag`, `\label` and `\notag` of a formula or of one of its rows.
struct TagReader {
  private var text: String?
  private var label: String?
  private var isSuppressed = false

  /// Takes the command in where it is one of these; false where it isn't.
  mutating func read(
    _ token: TeXToken, from stream: inout TeXStream
  ) throws(MathProblem) -> Bool {
    switch token.command {
    case "tag": text = "(" + (try words(of: token, &stream)) + ")"
    case "tag*": text = try words(of: token, &stream)
    case "label": label = try stream.word(of: token)
    case "notag", "nonumber": isSuppressed = true
    default: return false
    }
    return true
  }

  private func words(
    of token: TeXToken, _ stream: inout TeXStream
  ) throws(MathProblem) -> String {
    var words = ""
    for piece in try stream.argument(of: token) {
      switch piece.kind {
      case .character("~"): words += "\u{A0}"
      case .character("$"), .character("{"), .character("}"): break
      case .character(let character): words.append(character)
      case .command(let name):
        let sign =
          MathTexts.commands[name] ?? MathLetters.names[name] ?? MathSymbols.table[name]?.sign
        guard let sign else { throw MathProblem(.unknownCommand(name), at: piece.range) }
        words += sign
      }
    }
    return words
  }

  /// What the formula or row is called, and nothing for the next one.
  mutating func finished(count: inout Int?, isNumbered: Bool) -> MathTag? {
    defer { self = TagReader() }
    if let text { return MathTag(text: text, label: label) }
    guard isNumbered && !isSuppressed || label != nil, let last = count else { return nil }
    count = last + 1
    return MathTag(text: "(\(last + 1))", label: label)
  }
}
