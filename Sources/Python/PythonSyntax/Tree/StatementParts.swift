/// `if test: body` or `elif test: body`.
public struct ConditionalBranch: Hashable, Sendable {
  /// The condition.
  public let test: ExpressionNode
  /// What runs where it holds.
  public let body: [StatementNode]
  /// From the keyword to the end of the body.
  public let range: Range<Int>
}

/// `def name(parameters) -> result: body`.
public struct FunctionDefinition: Hashable, Sendable {
  /// The function's name.
  public let name: Identifier
  /// Its parameters.
  public let parameters: Parameters
  /// What follows the arrow.
  public let result: ExpressionNode?
  /// The expressions after `@`, from top to bottom.
  public let decorators: [ExpressionNode]
  /// Its statements.
  public let body: [StatementNode]
}

/// `class Name(bases): body`.
public struct ClassDefinition: Hashable, Sendable {
  /// The class's name.
  public let name: Identifier
  /// Bases and keywords.
  public let arguments: [Argument]
  /// The expressions after `@`, from top to bottom.
  public let decorators: [ExpressionNode]
  /// Its statements.
  public let body: [StatementNode]
}

/// `try` with its handlers.
public struct TryStatement: Hashable, Sendable {
  /// What is tried.
  public let body: [StatementNode]
  /// The handlers in order.
  public let handlers: [ExceptionHandler]
  /// Whether the handlers are `except*`.
  public let handlesGroups: Bool
  /// `else`.
  public let otherwise: [StatementNode]?
  /// `finally`.
  public let finally: [StatementNode]?
}

/// `except type as name: body`.
public struct ExceptionHandler: Hashable, Sendable {
  /// The type, or a tuple of types; nil for a bare `except`.
  public let type: ExpressionNode?
  /// What the exception is bound to.
  public let name: Identifier?
  /// What runs.
  public let body: [StatementNode]
  /// From `except` to the end of the body.
  public let range: Range<Int>
}

/// `context as target`.
public struct WithItem: Hashable, Sendable {
  /// The context manager.
  public let context: ExpressionNode
  /// What it is bound to.
  public let target: ExpressionNode?
}

/// `module.name as alias`.
public struct ImportedName: Hashable, Sendable {
  /// The dotted name.
  public let name: Identifier
  /// The name after `as`.
  public let alias: Identifier?
  /// The whole of it.
  public let range: Range<Int>
}

/// `from ..module import names`.
public struct ImportFrom: Hashable, Sendable {
  /// The number of leading dots.
  public let level: Int
  /// The dotted module; nil after dots alone.
  public let module: Identifier?
  /// The names, or nil for `*`.
  public let names: [ImportedName]?
}

/// A line for IPython rather than for Python.
public struct MagicLine: Hashable, Sendable {
  /// What the line starts with.
  public enum Form: String, Hashable, Sendable {
    case line = "%"
    case cell = "%%"
    case shell = "!"
    /// `name?`.
    case help = "?"
  }

  /// What the line starts with (ends with, for help).
  public let form: Form
  /// The magic's name, or the program's, or what help is asked for.
  public let name: Identifier
  /// What follows the name, without the blanks around it.
  public let arguments: String
  /// The lines below a cell magic whose cell is not Python (`%%bash`); otherwise nil.
  public let cellBody: String?
}
