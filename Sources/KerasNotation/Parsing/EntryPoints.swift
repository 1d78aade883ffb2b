/// Parses a cell, a script or the body of a directive.
///
/// Linear in the length of the source.
public func parseModule(_ source: String) throws(SyntaxError) -> Module {
  var lexer = Lexer(source)
  lexer.run()
  var parser = Parser(lexer)
  return try parser.module()
}

/// Parses one expression, such as `RMSprop(learning_rate=0.001)`.
///
/// Blanks before it and empty lines after it are fine, as for Python's `eval`.
public func parseExpression(_ source: String) throws(SyntaxError) -> ExpressionNode {
  var lexer = Lexer(source, skipsLeadingBlanks: true)
  lexer.run()
  var parser = Parser(lexer)
  return try parser.wholeExpression()
}
