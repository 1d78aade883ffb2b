/// A parsed source: its statements in order, and what the grammar doesn't see.
package struct Module: Hashable, Sendable {
  /// The statements at the top level.
  package let body: [StatementNode]
  /// Comments and blank lines in source order.
  package let trivia: [Trivia]
  /// Escapes of literals that Python doesn't know, the first of each literal, in source order.
  package let unknownEscapes: [UnknownEscape]

  /// The comments alone, in source order.
  package var comments: [Trivia] { trivia.filter { $0.kind != .blankLine } }

  /// The module without some of its statements.
  package func removing(_ isRemoved: (StatementNode) -> Bool) -> Module {
    Module(
      body: body.filter { !isRemoved($0) }, trivia: trivia, unknownEscapes: unknownEscapes)
  }
}

/// A backslash before a character that makes no escape with it: both stay, and CPython warns.
package struct UnknownEscape: Hashable, Sendable {
  /// Such as `\d`.
  package let text: String
  /// Whether it is octal digits above a byte.
  package let isOctal: Bool
  /// Where the literal begins.
  package let offset: Int
}
