/// What notebooks hold beside Python 3: magics, shell lines, help requests; and Python 2's print.
extension Parser {
  mutating func magicLine() throws(SyntaxError) -> StatementNode {
    let range = token.range
    index += 1
    if token.kind == .newline { index += 1 }
    let text = String(decoding: bytes[range], as: UTF8.self)
    return StatementNode(.magic(MagicLine(text, at: range.lowerBound)), range)
  }

  /// `model.fit?`, the whole of a line.
  mutating func helpRequest() -> StatementNode? {
    guard token.kind == .name else { return nil }
    let start = start
    var probe = index + 1
    while tokens[probe].isSymbol("."), tokens[probe + 1].kind == .name { probe += 2 }
    let nameEnd = tokens[probe - 1].range.upperBound
    guard tokens[probe].isSymbol("?") else { return nil }
    while tokens[probe].isSymbol("?") { probe += 1 }
    guard tokens[probe].kind == .newline else { return nil }
    index = probe
    let name = String(decoding: bytes[start..<nameEnd], as: UTF8.self)
    let line = MagicLine(
      form: .help, name: Identifier(text: name, range: start..<nameEnd), arguments: "",
      cellBody: nil)
    return StatementNode(.magic(line), start..<end)
  }

  /// Python 2's `print` and `exec`, followed by what Python 3 takes in parentheses.
  func missingParentheses() -> SyntaxError? {
    guard token.kind == .name, ["print", "exec"].contains(token.text) else { return nil }
    switch next.kind {
    case .name, .number, .string, .formattedStart: break
    case .keyword where ["not", "lambda", "None", "True", "False"].contains(next.text):
      if next.text == "not", tokens[min(index + 2, tokens.count - 1)].isKeyword("in") { return nil }
    default: return nil
    }
    var probe = self
    probe.index += 1
    guard (try? probe.expressionList()) != nil else { return nil }
    return SyntaxError(.missingParentheses(token.text), start..<probe.end)
  }
}
