/// Parses a cell, a script or the body of a directive.
///
/// Linear in the length of the source.
package func parseModule(_ source: String) throws(SyntaxError) -> Module {
  var lexer = Lexer(source)
  lexer.run()
  var parser = Parser(lexer)
  return try parser.module()
}

/// Parses one expression, such as `RMSprop(learning_rate=0.001)`.
///
/// Blanks before it and empty lines after it are fine, as for Python's `eval`.
package func parseExpression(_ source: String) throws(SyntaxError) -> ExpressionNode {
  var lexer = Lexer(source, skipsLeadingBlanks: true)
  lexer.run()
  var parser = Parser(lexer)
  return try parser.wholeExpression()
}

/// What a source's syntax tree is made of: its tokens, without comments, empty lines and blanks.
///
/// Two sources with the same text here have the same tree. Tokens stand as they were written, a blank
/// between each; lines keep their ends, and blocks begin and end with marks of their own.
///
/// - Throws: the first mistake in how the source is written.
package func significantText(of source: String) throws(SyntaxError) -> String {
  var lexer = Lexer(source)
  lexer.run()
  if let error = lexer.error { throw error }
  let words = lexer.tokens.map { token -> String in
    switch token.kind {
    case .newline: "\n"
    case .indent: "\u{2}"
    case .dedent: "\u{3}"
    case .end: ""
    default: lexer.text(token.range)
    }
  }
  return words.joined(separator: " ")
}
