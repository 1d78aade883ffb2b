/// A parsed source: its statements in order, and what the grammar doesn't see.
public struct Module: Hashable, Sendable {
  /// The statements at the top level.
  public let body: [StatementNode]
  /// Comments and blank lines in source order.
  public let trivia: [Trivia]

  /// The comments alone, in source order.
  public var comments: [Trivia] { trivia.filter { $0.kind != .blankLine } }

  /// The module without some of its statements.
  public func removing(_ isRemoved: (StatementNode) -> Bool) -> Module {
    Module(body: body.filter { !isRemoved($0) }, trivia: trivia)
  }
}
