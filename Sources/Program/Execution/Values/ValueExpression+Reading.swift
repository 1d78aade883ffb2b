internal import Diagnostics
internal import PythonSyntax
internal import Notebooks

extension ValueExpression {
  /// Reads an expression and checks every name in it; `range` is where it stands.
  static func read(
    _ text: String, at range: Range<Int>, _ context: PlanContext
  ) -> Reading<ValueExpression> {
    do {
      let node = try parseExpression(text)
      guard let expression = make(node) else { return .failed(notAnExpression(text, at: range)) }
      let written = OptionValue(kind: .string(text), text: text, range: range)
      let notation = NotationReader(written, parameters: context.arguments)
      let findings = paths(in: node).compactMap { path, place in
        ValueCheck.finding(path, at: notation.place(place), context)
      }
      return findings.first.map { .failed($0) } ?? .found(expression)
    } catch {
      return .failed(
        Diagnostic(code: "syntax-error", at: range, Message(error.english, pt: error.portuguese)))
    }
  }

  /// The numbers that an expression names, and where they stand in its text.
  private static func paths(in node: ExpressionNode) -> [(ValuePath, Range<Int>)] {
    if let path = path(node) { return [(path, node.range)] }
    return node.children.flatMap(paths)
  }

  private static func make(_ node: ExpressionNode) -> ValueExpression? {
    switch node.kind {
    case .number(let literal): number(literal)
    case .attribute, .subscript: path(node).map { .value($0) }
    case .unary(.minus, let operand): make(operand).map { .negative($0) }
    case .unary(.plus, let operand): make(operand)
    case .binary(let left, let operation, let right): binary(left, operation, right)
    case .call(let callee, let arguments): call(callee, arguments)
    default: nil
    }
  }

  private static func number(_ literal: NumberLiteral) -> ValueExpression? {
    switch literal.value {
    case .integer(let value): .number(Double(value))
    case .real(let value): .number(value)
    case .largeInteger, .imaginary: nil
    }
  }

  private static func path(_ node: ExpressionNode) -> ValuePath? {
    switch node.kind {
    case .attribute(let base, let name):
      guard case .name(let id) = base.kind else { return nil }
      return ValuePath(id: id, name: name.text)
    case .subscript(let base, let index):
      guard var path = path(base), path.row == nil, case .number(let literal) = index.kind,
        case .integer(let row) = literal.value, row >= 1
      else { return nil }
      path.row = row
      return path
    default: return nil
    }
  }

  private static func binary(
    _ left: ExpressionNode, _ operation: BinaryOperator, _ right: ExpressionNode
  ) -> ValueExpression? {
    guard operators.contains(operation), let a = make(left), let b = make(right) else { return nil }
    return .operation(operation, a, b)
  }

  private static func call(
    _ callee: ExpressionNode, _ arguments: [Argument]
  ) -> ValueExpression? {
    guard case .name(let name) = callee.kind, let function = Function(rawValue: name) else {
      return nil
    }
    let values = arguments.compactMap { $0.keyword == nil ? make($0.value) : nil }
    let takesOne = function == .abs || function == .round
    guard values.count == arguments.count, takesOne ? values.count == 1 : !values.isEmpty else {
      return nil
    }
    return .function(function, values)
  }

  private static func notAnExpression(_ text: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      code: "not-an-expression", at: range,
      Message(
        "'\(text)' is no expression over earlier results",
        pt: "'\(text)' não é uma expressão sobre resultados anteriores"),
      hint: Message(
        "write ID.NAME, numbers, + - * / ** and abs, round, min, max",
        pt: "escreva ID.NOME, números, + - * / ** e abs, round, min, max"))
  }
}
