/// `if test: body` or `elif test: body`.
package struct ConditionalBranch: Hashable, Sendable {
  /// The condition.
  package let test: ExpressionNode
  /// What runs where it holds.
  package let body: [StatementNode]
  /// From the keyword to the end of the body.
  package let range: Range<Int>
}

/// `def name(parameters) -> result: body`.
package struct FunctionDefinition: Hashable, Sendable {
  /// The function's name.
  package let name: Identifier
  /// Its parameters.
  package let parameters: Parameters
  /// What follows the arrow.
  package let result: ExpressionNode?
  /// The expressions after `@`, from top to bottom.
  package let decorators: [ExpressionNode]
  /// Its statements.
  package let body: [StatementNode]
}

/// `class Name(bases): body`.
package struct ClassDefinition: Hashable, Sendable {
  /// The class's name.
  package let name: Identifier
  /// Bases and keywords.
  package let arguments: [Argument]
  /// The expressions after `@`, from top to bottom.
  package let decorators: [ExpressionNode]
  /// Its statements.
  package let body: [StatementNode]
}

/// `try` with its handlers.
package struct TryStatement: Hashable, Sendable {
  /// What is tried.
  package let body: [StatementNode]
  /// The handlers in order.
  package let handlers: [ExceptionHandler]
  /// Whether the handlers are `except*`.
  package let handlesGroups: Bool
  /// `else`.
  package let otherwise: [StatementNode]?
  /// `finally`.
  package let finally: [StatementNode]?
}

/// `except type as name: body`.
package struct ExceptionHandler: Hashable, Sendable {
  /// The type, or a tuple of types; nil for a bare `except`.
  package let type: ExpressionNode?
  /// What the exception is bound to.
  package let name: Identifier?
  /// What runs.
  package let body: [StatementNode]
  /// From `except` to the end of the body.
  package let range: Range<Int>
}

/// `context as target`.
package struct WithItem: Hashable, Sendable {
  /// The context manager.
  package let context: ExpressionNode
  /// What it is bound to.
  package let target: ExpressionNode?
}

/// `module.name as alias`.
package struct ImportedName: Hashable, Sendable {
  /// The dotted name.
  package let name: Identifier
  /// The name after `as`.
  package let alias: Identifier?
  /// The whole of it.
  package let range: Range<Int>
}

/// `from ..module import names`.
package struct ImportFrom: Hashable, Sendable {
  /// The number of leading dots.
  package let level: Int
  /// The dotted module; nil after dots alone.
  package let module: Identifier?
  /// The names, or nil for `*`.
  package let names: [ImportedName]?
}

/// A line for IPython rather than for Python.
package struct MagicLine: Hashable, Sendable {
  /// What the line starts with.
  package enum Form: String, Hashable, Sendable {
    case line = "%"
    case cell = "%%"
    case shell = "!"
    /// `name?`.
    case help = "?"
  }

  /// What the line starts with (ends with, for help).
  package let form: Form
  /// The magic's name, or the program's, or what help is asked for.
  package let name: Identifier
  /// What follows the name, without the blanks around it.
  package let arguments: String
  /// The lines below a cell magic whose cell is not Python (`%%bash`); otherwise nil.
  package let cellBody: String?
}
