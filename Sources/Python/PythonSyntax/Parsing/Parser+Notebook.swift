/// What notebooks hold beside Python 3: magics, shell lines, help requests, Python 2's print.
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

  /// `print` followed by what Python 3 would refuse: a value without parentheses, or `>>file,`.
  mutating func legacyPrint() throws(SyntaxError) -> StatementNode.Kind? {
    guard token.kind == .name, token.text == "print" else { return nil }
    if next.isSymbol(">>") { return try printTo() }
    switch next.kind {
    case .name, .number, .string, .formattedStart: break
    case .keyword where ["not", "lambda", "None", "True", "False"].contains(next.text): break
    default: return nil
    }
    index += 1
    return try printed(to: nil)
  }

  private mutating func printTo() throws(SyntaxError) -> StatementNode.Kind? {
    var probe = self
    probe.index += 2
    guard let destination = try? probe.expression(), probe.take(",") || probe.endsStatement else {
      return nil
    }
    if probe.endsStatement, !tokens[probe.index - 1].isSymbol(",") { return nil }
    index = probe.index
    return try printed(to: destination)
  }

  private mutating func printed(
    to destination: ExpressionNode?
  ) throws(SyntaxError) -> StatementNode.Kind {
    var values: [ExpressionNode] = []
    var endsLine = true
    while !endsStatement {
      values.append(try expression())
      endsLine = !take(",")
      if endsLine { break }
    }
    return .legacyPrint(
      LegacyPrint(destination: destination, values: values, endsLine: endsLine))
  }
}
