/// A parsed source: its statements in order, and what the grammar doesn't see.
public struct Module: Hashable, Sendable {
  /// The statements at the top level.
  public let body: [StatementNode]
  /// Comments and blank lines in source order.
  public let trivia: [Trivia]
  /// Escapes of literals that Python doesn't know, the first of each literal, in source order.
  public let unknownEscapes: [UnknownEscape]

  /// The comments alone, in source order.
  public var comments: [Trivia] { trivia.filter { $0.kind != .blankLine } }

  /// The module without some of its statements.
  public func removing(_ isRemoved: (StatementNode) -> Bool) -> Module {
    Module(
      body: body.filter { !isRemoved($0) }, trivia: trivia, unknownEscapes: unknownEscapes)
  }
}

/// A backslash before a character that makes no escape with it: both stay, and CPython warns.
public struct UnknownEscape: Hashable, Sendable {
  /// Such as `\d`.
  public let text: String
  /// Whether it is octal digits above a byte.
  public let isOctal: Bool
  /// Where the literal begins.
  public let offset: Int
}
