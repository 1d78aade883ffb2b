internal import BigInt
internal import KerasNotation

extension Compiler {
  func code(_ node: ExpressionNode) -> Code {
    switch node.kind {
    case .name(let name): return load(name)
    case .number(let literal): return constant(literal)
    case .string(let text): return { _ in .string(text) }
    case .bytes(let bytes):
      return { _ in .object(BytesObject(bytes)) }
    case .boolean(let value): return { _ in .bool(value) }
    case .none: return { _ in .none }
    case .ellipsis: return { _ in .object(EllipsisObject.only) }
    case .formattedString(let parts): return formatted(parts)
    case .tuple(let items):
      let items = list(items)
      return { frame throws(PyError) in .object(TupleObject(try items(frame))) }
    case .list(let items):
      let items = list(items)
      return { frame throws(PyError) in .object(ListObject(try items(frame))) }
    case .set(let items):
      let items = list(items)
      return { frame throws(PyError) in
        let set = SetObject()
        for item in try items(frame) { try set.insert(item, frame.machine) }
        return .object(set)
      }
    case .dictionary(let entries): return dictionary(entries)
    case .attribute(let object, let name):
      let object = code(object)
      let name = name.text
      return located(node) { frame throws(PyError) in
        try frame.machine.attribute(object(frame), name)
      }
    case .call(let callee, let arguments): return call(callee, arguments, node)
    case .subscript(let object, let index):
      let (object, index) = (code(object), code(index))
      return located(node) { frame throws(PyError) in
        try frame.machine.item(object(frame), index(frame))
      }
    case .slice(let lower, let upper, let step):
      let parts: [Code] = [lower, upper, step].map { $0.map { code($0) } ?? { _ in .none } }
      return { frame throws(PyError) in
        .object(SliceObject(try parts[0](frame), try parts[1](frame), try parts[2](frame)))
      }
    case .unary(let symbol, let value):
      let value = code(value)
      return located(node) { frame throws(PyError) in
        try frame.machine.unary(symbol.rawValue, value(frame))
      }
    case .binary(let left, let symbol, let right): return binary(left, symbol, right, node)
    case .comparison(let first, let links): return comparison(first, links, node)
    case .logical(let symbol, let items):
      let items = items.map { code($0) }
      let stopsAt = symbol == .or
      return { frame throws(PyError) in
        var value = try items[0](frame)
        for item in items.dropFirst() {
          if try frame.machine.isTrue(value) == stopsAt { return value }
          value = try item(frame)
        }
        return value
      }
    case .conditional(let test, let then, let otherwise):
      let (test, then, otherwise) = (code(test), code(then), code(otherwise))
      return { frame throws(PyError) in
        try frame.machine.isTrue(test(frame)) ? try then(frame) : try otherwise(frame)
      }
    case .lambda(let parameters, let body):
      return function("<lambda>", parameters, .expression(body), nil)
    case .comprehension(let form, let element, let clauses):
      return comprehension(form, [element], clauses)
    case .dictionaryComprehension(let key, let value, let clauses):
      return comprehension(nil, [key, value], clauses)
    case .namedExpression(let name, let value):
      let (value, store) = (code(value), store(name.text))
      return { frame throws(PyError) in
        let result = try value(frame)
        try store(frame, result)
        return result
      }
    case .yield(let value): return yield(value.map { code($0) })
    case .yieldFrom(let value): return yield(from: code(value))
    case .starred:
      return { frame throws(PyError) in
        throw frame.machine.error("SyntaxError", "can't use starred expression here")
      }
    }
  }

  /// Notes the line in an exception that passes.
  func located(_ node: ExpressionNode, _ body: @escaping Code) -> Code { body }

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

  /// Items of a display, starred ones spread out.
  func list(_ items: [ExpressionNode]) -> (Frame) throws(PyError) -> [Value] {
    let parts = items.map { item -> (code: Code, isStarred: Bool) in
      if case .starred(let value) = item.kind { return (code(value), true) }
      return (code(item), false)
    }
    return { frame throws(PyError) in
      try frame.machine.spend(memory: Machine.itemBytes * parts.count)
      var values: [Value] = []
      values.reserveCapacity(parts.count)
      for part in parts {
        let value = try part.code(frame)
        if part.isStarred { values += try frame.machine.array(value) } else { values.append(value) }
      }
      return values
    }
  }

  private func dictionary(_ entries: [DictionaryEntry]) -> Code {
    let parts = entries.map { (key: $0.key.map { code($0) }, value: code($0.value)) }
    return { frame throws(PyError) in
      let result = DictObject()
      for part in parts {
        if let key = part.key {
          try result.set(key(frame), part.value(frame), frame.machine)
        } else {
          for (key, value) in try frame.machine.mapping(part.value(frame)) {
            try result.set(key, value, frame.machine)
          }
        }
      }
      return .object(result)
    }
  }

  private func formatted(_ parts: [FormattedPart]) -> Code {
    let pieces = parts.map { part -> Code in
      switch part {
      case .text(let text): return { _ in .string(text) }
      case .field(let field): return self.field(field)
      }
    }
    return { frame throws(PyError) in
      var text = ""
      for piece in pieces { if case .string(let part) = try piece(frame) { text += part } }
      return .string(text)
    }
  }

  private func field(_ field: FormattedField) -> Code {
    let value = code(field.value)
    let spec = field.format.map { formatted($0) }
    let conversion = field.conversion
    return { frame throws(PyError) in
      let machine = frame.machine
      var shown = try value(frame)
      switch conversion {
      case .string: shown = .string(try machine.str(shown))
      case .representation: shown = .string(try machine.repr(shown))
      case .ascii: shown = .string(TextLiteral.ascii(try machine.str(shown)))
      case nil: break
      }
      var text = ""
      if let spec, case .string(let found) = try spec(frame) { text = found }
      return .string(try machine.format(shown, text))
    }
  }

  private func binary(
    _ left: ExpressionNode, _ symbol: BinaryOperator, _ right: ExpressionNode,
    _ node: ExpressionNode
  ) -> Code {
    let (left, right) = (code(left), code(right))
    let operation = Operation(symbol)
    return { frame throws(PyError) in
      try frame.machine.binary(operation, try left(frame), try right(frame))
    }
  }

  private func comparison(
    _ first: ExpressionNode, _ links: [ComparisonLink], _ node: ExpressionNode
  ) -> Code {
    let first = code(first)
    let links = links.map { ($0.comparison, code($0.operand)) }
    if links.count == 1 {
      let (symbol, operand) = links[0]
      return { frame throws(PyError) in
        try frame.machine.compare(symbol, try first(frame), try operand(frame))
      }
    }
    return { frame throws(PyError) in
      var left = try first(frame)
      var result = Value.bool(true)
      for (symbol, operand) in links {
        let right = try operand(frame)
        result = try frame.machine.compare(symbol, left, right)
        if try !frame.machine.isTrue(result) { return result }
        left = right
      }
      return result
    }
  }

  private func call(
    _ callee: ExpressionNode, _ arguments: [Argument], _ node: ExpressionNode
  ) -> Code {
    let parts = arguments.map { (form: $0.form, code: code($0.value)) }
    let isPlain = parts.allSatisfy { $0.form == .positional }
    let name = callee.shortName
    func gathered(_ frame: Frame) throws(PyError) -> Arguments {
      var result = Arguments()
      result.positional.reserveCapacity(parts.count)
      for part in parts {
        let value = try part.code(frame)
        switch part.form {
        case .positional: result.positional.append(value)
        case .keyword(let name): result.keywords.append((name.text, value))
        case .unpackedSequence: result.positional += try frame.machine.array(value)
        case .unpackedMapping:
          for (key, value) in try frame.machine.mapping(value) {
            guard case .string(let name) = key else {
              throw frame.machine.error("TypeError", "keywords must be strings")
            }
            result.keywords.append((name, value))
          }
        }
      }
      if !isPlain { try frame.machine.checkKeywords(result, name) }
      return result
    }
    if case .name("super") = callee.kind, let parent = parent(arguments) { return parent }
    let line = line(node.range.lowerBound)
    if case .attribute(let object, let method) = callee.kind {
      let object = code(object)
      return { frame throws(PyError) in
        let receiver = try object(frame)
        let arguments = try gathered(frame)
        frame.machine.callLine = line
        return try frame.machine.callMethod(receiver, method.text, arguments)
      }
    }
    let callee = code(callee)
    return { frame throws(PyError) in
      let function = try callee(frame)
      let arguments = try gathered(frame)
      frame.machine.callLine = line
      return try frame.machine.call(function, arguments)
    }
  }
}

extension ExpressionNode {
  /// What messages call a function by.
  fileprivate var shortName: String {
    switch kind {
    case .name(let name): name
    case .attribute(_, let name): name.text
    default: "function"
    }
  }
}
