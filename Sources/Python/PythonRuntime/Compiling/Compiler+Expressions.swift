internal import BigInt
internal import PythonSyntax

extension Compiler {
  func code(_ node: ExpressionNode) -> Code {
    switch node.kind {
    case .name(let name): return load(name, at: node.range)
    case .number(let literal): return constant(literal)
    case .string(let text): return { _ in .string(text) }
    case .bytes(let bytes):
      return { _ in .object(BytesObject(bytes)) }
    case .boolean(let value): return { _ in .bool(value) }
    case .none: return { _ in .none }
    case .ellipsis: return { _ in .object(EllipsisObject.only) }
    case .formattedString(let parts): return formatted(parts)
    case .tuple(let items):
      let items = list(items, SourceSpan(node.range))
      return { frame throws(PyError) in .object(TupleObject(try items(frame))) }
    case .list(let items):
      let items = list(items, SourceSpan(node.range))
      return { frame throws(PyError) in .object(ListObject(try items(frame))) }
    case .set(let items):
      let span = SourceSpan(node.range)
      let items = list(items, span)
      return { frame throws(PyError) in
        let (set, values) = (SetObject(), try items(frame))
        frame.span = span
        for item in values { try set.insert(item, frame.machine) }
        return .object(set)
      }
    case .dictionary(let entries): return dictionary(entries, SourceSpan(node.range))
    case .attribute(let object, let name):
      let object = code(object)
      let (name, span) = (name.text, span(of: node, at: name))
      return { frame throws(PyError) in
        let value = try object(frame)
        frame.span = span
        return try frame.machine.attribute(value, name)
      }
    case .call(let callee, let arguments): return call(callee, arguments, node)
    case .subscript(let object, let index):
      let (object, index, span) = (code(object), code(index), SourceSpan(node.range))
      return { frame throws(PyError) in
        let (value, place) = (try object(frame), try index(frame))
        frame.span = span
        return try frame.machine.item(value, place)
      }
    case .slice(let lower, let upper, let step):
      let parts: [Code] = [lower, upper, step].map { $0.map { code($0) } ?? { _ in .none } }
      return { frame throws(PyError) in
        .object(SliceObject(try parts[0](frame), try parts[1](frame), try parts[2](frame)))
      }
    case .unary(let symbol, let value):
      let (value, span) = (code(value), SourceSpan(node.range))
      let line = origin.line(node.range.lowerBound)
      return { frame throws(PyError) in
        let value = try value(frame)
        (frame.machine.callLine, frame.span) = (line, span)
        return try frame.machine.unary(symbol.rawValue, value)
      }
    case .binary(let left, let symbol, let right): return binary(left, symbol, right, node)
    case .comparison(let first, let links): return comparison(first, links, node)
    case .logical(let symbol, let items):
      let (items, span) = (items.map { code($0) }, SourceSpan(node.range))
      let stopsAt = symbol == .or
      return { frame throws(PyError) in
        var value = try items[0](frame)
        for item in items.dropFirst() {
          frame.span = span
          if try frame.machine.isTrue(value) == stopsAt { return value }
          value = try item(frame)
        }
        return value
      }
    case .conditional(let test, let then, let otherwise):
      let (test, then, otherwise) = (self.test(test), code(then), code(otherwise))
      return { frame throws(PyError) in
        try test(frame) ? try then(frame) : try otherwise(frame)
      }
    case .lambda(let parameters, let body):
      return function("<lambda>", parameters, .expression(body), nil)
    case .comprehension(let form, let element, let clauses):
      return comprehension(form, [element], clauses, node)
    case .dictionaryComprehension(let key, let value, let clauses):
      return comprehension(nil, [key, value], clauses, node)
    case .namedExpression(let name, let value):
      let (value, store) = (code(value), store(name.text))
      return { frame throws(PyError) in
        let result = try value(frame)
        try store(frame, result)
        return result
      }
    case .yield(let value): return yield(value.map { code($0) })
    case .yieldFrom(let value): return yield(from: code(value), SourceSpan(node.range))
    case .starred:
      return { frame throws(PyError) in
        throw frame.machine.error("SyntaxError", "can't use starred expression here")
      }
    }
  }

  /// Whether a condition holds, whose parts CPython asks one by one.
  func test(_ node: ExpressionNode) -> (Frame) throws(PyError) -> Bool {
    switch node.kind {
    case .unary(.not, let value):
      let value = test(value)
      return { frame throws(PyError) in try !value(frame) }
    case .logical(let symbol, let items):
      let (items, stopsAt) = (items.map { test($0) }, symbol == .or)
      return { frame throws(PyError) in
        for item in items where try item(frame) == stopsAt { return stopsAt }
        return !stopsAt
      }
    default:
      let (value, span) = (code(node), SourceSpan(node.range))
      return { frame throws(PyError) in
        let value = try value(frame)
        if case .bool(let isTrue) = value { return isTrue }
        frame.span = span
        return try frame.machine.isTrue(value)
      }
    }
  }

  /// Where CPython sees an attribute: at its name, where that isn't on the line on which the whole begins.
  func span(of node: ExpressionNode, at name: Identifier) -> SourceSpan {
    let isBelow = origin.line(node.range.lowerBound) != origin.line(name.range.lowerBound)
    return SourceSpan(isBelow ? name.range : node.range)
  }

  private func constant(_ literal: NumberLiteral) -> Code {
    switch literal.value {
    case .integer(let value): return { _ in .int(value) }
    case .largeInteger(let digits, let radix):
      let value = Value.integer(BigInt(digits, radix: radix) ?? 0)
      return { _ in value }
    case .real(let value): return { _ in .float(value) }
    case .imaginary:
      return { frame throws(PyError) in
        throw frame.machine.error("TypeError", "complex numbers are not understood here")
      }
    }
  }

  private func binary(
    _ left: ExpressionNode, _ symbol: BinaryOperator, _ right: ExpressionNode,
    _ node: ExpressionNode
  ) -> Code {
    let (left, right) = (code(left), code(right))
    let (operation, span) = (Operation(symbol), SourceSpan(node.range))
    let line = origin.line(node.range.lowerBound)
    return { frame throws(PyError) in
      let (a, b) = (try left(frame), try right(frame))
      (frame.machine.callLine, frame.span) = (line, span)
      return try frame.machine.binary(operation, a, b)
    }
  }

  private func comparison(
    _ first: ExpressionNode, _ links: [ComparisonLink], _ node: ExpressionNode
  ) -> Code {
    let first = code(first)
    let (links, span) = (links.map { ($0.comparison, code($0.operand)) }, SourceSpan(node.range))
    if links.count == 1 {
      let (symbol, operand) = links[0]
      return { frame throws(PyError) in
        let (a, b) = (try first(frame), try operand(frame))
        frame.span = span
        return try frame.machine.compare(symbol, a, b)
      }
    }
    return { frame throws(PyError) in
      var left = try first(frame)
      var result = Value.bool(true)
      for (symbol, operand) in links {
        let right = try operand(frame)
        frame.span = span
        result = try frame.machine.compare(symbol, left, right)
        if try !frame.machine.isTrue(result) { return result }
        left = right
      }
      return result
    }
  }
}
