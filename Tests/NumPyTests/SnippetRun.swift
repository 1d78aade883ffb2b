import PythonSyntax
import NumPy
import Arrays

/// Just enough of an interpreter to run the snippets that the oracle ran.
final class SnippetRun {
  let session = NumPySession()
  var names: [String: SnippetValue] = ["np": .module(prefix: "")]
  var output = ""

  /// What the snippet prints, and the repr of its last line.
  static func output(of source: String) throws -> String {
    let run = SnippetRun()
    let module = try parseModule(source)
    for (place, statement) in module.body.enumerated() {
      try run.execute(statement, isLast: place == module.body.count - 1)
    }
    return run.output
  }

  private func execute(_ statement: StatementNode, isLast: Bool) throws {
    switch statement.kind {
    case .expression(let node):
      let value = try value(node)
      if case .none = value { return }
      if isLast { output += NumPyText.repr(value, session.printing) + "\n" }
    case .assignment(let targets, let node):
      let value = try evaluate(node)
      for target in targets { try assign(value, to: target) }
    case .augmentedAssignment(let target, let symbol, let node):
      let old = try value(target)
      let result = try session.inPlace(symbol.rawValue, old, value(node))
      try assign(.value(result), to: target)
    default: throw SnippetGap("\(statement.kind)")
    }
  }

  private func assign(_ value: SnippetValue, to target: ExpressionNode) throws {
    switch target.kind {
    case .name(let name): names[name] = value
    case .subscript(let base, let index):
      if case .scalar(let scalar) = try self.value(base) {
        throw ArrayError(
          .typeError,
          "'numpy.\(scalar.dtype.rawValue)' object does not support item assignment")
      }
      guard case .array(let array) = try self.value(base), case .value(let plain) = value else {
        throw SnippetGap("assignment to an item")
      }
      try session.assign(plain, to: array, at: self.value(index))
    default: throw SnippetGap("\(target.kind)")
    }
  }

  /// The value of an expression that is no module and no function.
  func value(_ node: ExpressionNode) throws -> NumPyValue {
    switch try evaluate(node) {
    case .value(let value): return value
    case .builtin("int"): return .type(.int64)
    case .builtin("float"): return .type(.float64)
    case .builtin("bool"): return .type(.bool)
    case let other: throw SnippetGap("\(other)")
    }
  }
}

/// A part of Python that the snippets may not use, as this runner doesn't know it.
struct SnippetGap: Error {
  let description: String
  init(_ description: String) { self.description = description }
}
