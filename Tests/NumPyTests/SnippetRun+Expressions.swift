import PythonSyntax
import NumPy
import Arrays

extension SnippetRun {
  func evaluate(_ node: ExpressionNode) throws -> SnippetValue {
    switch node.kind {
    case .name(let name): names[name] ?? .builtin(name)
    case .attribute(let base, let name): try attribute(evaluate(base), name.text)
    case .call(let callee, let arguments): .value(try call(evaluate(callee), arguments))
    default: .value(try plain(node))
    }
  }

  private func plain(_ node: ExpressionNode) throws -> NumPyValue {
    switch node.kind {
    case .number(let literal): try number(literal)
    case .string(let text): .string(text)
    case .boolean(let value): .bool(value)
    case .none: .none
    case .ellipsis: .ellipsis
    case .tuple(let items): .tuple(try items.map(value))
    case .list(let items): .list(try items.map(value))
    case .slice(let lower, let upper, let step):
      .slice(start: try bound(lower), stop: try bound(upper), step: try bound(step))
    case .subscript(let base, let index): try item(value(base), value(index))
    case .unary(.not, let operand): .bool(try !truth(value(operand)))
    case .unary(let symbol, let operand): try unary(symbol.rawValue, value(operand))
    case .binary(let left, let symbol, let right):
      try binary(symbol.rawValue, value(left), value(right))
    case .comparison(let left, let links):
      try compare(value(left), links[0].comparison.rawValue, value(links[0].operand))
    case .conditional(let test, let then, let otherwise):
      try truth(value(test)) ? value(then) : value(otherwise)
    case .logical(let form, let operands):
      try logical(form, operands)
    default: throw SnippetGap("\(node.kind)")
    }
  }

  private func logical(
    _ form: LogicalOperator, _ operands: [ExpressionNode]
  ) throws -> NumPyValue {
    var last = NumPyValue.none
    for operand in operands {
      last = try value(operand)
      if try truth(last) == (form == .or) { break }
    }
    return last
  }

  private func number(_ literal: NumberLiteral) throws -> NumPyValue {
    switch literal.value {
    case .integer(let value): .int(value)
    case .real(let value): .float(value)
    default: throw SnippetGap(literal.text)
    }
  }

  private func bound(_ node: ExpressionNode?) throws -> Int? {
    guard let node else { return nil }
    guard case .int(let value) = try value(node) else { throw SnippetGap("slice") }
    return value
  }

  private func item(_ base: NumPyValue, _ index: NumPyValue) throws -> NumPyValue {
    switch (base, index) {
    case (.texts(let array), _): return try session.item(of: array, at: index)
    case (.array(let array), _): return try session.item(of: array, at: index)
    case (.tuple(let items), .int(let place)), (.list(let items), .int(let place)):
      return items[place]
    default: throw SnippetGap("item of \(base)")
    }
  }

  func truth(_ value: NumPyValue) throws -> Bool {
    switch value {
    case .array(let array), .scalar(let array): try array.truth()
    default: value.number.map { $0.real != 0 } ?? true
    }
  }

  private func unary(_ symbol: String, _ value: NumPyValue) throws -> NumPyValue {
    switch value {
    case .int(let number): .int(symbol == "-" ? -number : number)
    case .float(let number): .float(symbol == "-" ? -number : number)
    default: try session.unary(symbol, value)
    }
  }

  private func binary(_ symbol: String, _ a: NumPyValue, _ b: NumPyValue) throws -> NumPyValue {
    switch (symbol, a, b) {
    case ("**", .int(let x), .int(let y)): .int((0..<y).reduce(1) { product, _ in product * x })
    case ("*", .int(let x), .int(let y)): .int(x * y)
    case ("+", .int(let x), .int(let y)): .int(x + y)
    case ("+", .float(let x), .float(let y)): .float(x + y)
    case ("/", .int(let x), .int(let y)): .float(Double(x) / Double(y))
    case ("/", .float(let x), .int(let y)): .float(x / Double(y))
    case ("*", .list(let items), .int(let count)):
      .list(Array(repeatElement(items, count: count).joined()))
    default: try session.binary(symbol, a, b)
    }
  }

  private func compare(_ a: NumPyValue, _ symbol: String, _ b: NumPyValue) throws -> NumPyValue {
    switch (a, b) {
    case (.tuple, .tuple): return .bool(NumPyText.repr(a) == NumPyText.repr(b))
    case (.dtype(let dtype), .string(let name)): return .bool(DType(named: name) == dtype)
    default: return try session.binary(symbol, a, b)
    }
  }
}
