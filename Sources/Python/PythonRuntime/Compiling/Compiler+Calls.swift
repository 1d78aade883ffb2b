internal import PythonSyntax

extension Compiler {
  /// Where CPython sees a call: of a method whose name isn't on the line on which the whole begins from there.
  private func span(ofCall node: ExpressionNode, to callee: ExpressionNode) -> SourceSpan {
    guard case .attribute(_, let name) = callee.kind else { return SourceSpan(node.range) }
    let isBelow = origin.line(node.range.lowerBound) != origin.line(name.range.lowerBound)
    return isBelow
      ? SourceSpan(name.range.lowerBound..<node.range.upperBound) : SourceSpan(node.range)
  }

  func call(
    _ callee: ExpressionNode, _ arguments: [Argument], _ node: ExpressionNode
  ) -> Code {
    let parts = arguments.map { (form: $0.form, code: code($0.value)) }
    let isPlain = parts.allSatisfy { $0.form == .positional }
    let (name, span) = (callee.shortName, span(ofCall: node, to: callee))
    func gathered(_ frame: Frame, _ function: Value) throws(PyError) -> Arguments {
      var result = Arguments()
      result.positional.reserveCapacity(parts.count)
      for part in parts {
        let value = try part.code(frame)
        switch part.form {
        case .positional: result.positional.append(value)
        case .keyword(let name): result.keywords.append((name.text, value))
        case .unpackedSequence:
          frame.span = span
          result.positional += try frame.machine.array(
            value,
            "\(function.calledName ?? name)() argument after * must be an iterable, "
              + "not \(frame.machine.typeName(value))")
        case .unpackedMapping:
          frame.span = span
          let pairs = try frame.machine.mapping(
            value,
            "\(function.calledName ?? name)() argument after ** must be a mapping, "
              + "not \(frame.machine.typeName(value))")
          for (key, value) in pairs {
            guard case .string(let name) = key else {
              throw frame.machine.error("TypeError", "keywords must be strings")
            }
            result.keywords.append((name, value))
          }
        }
      }
      if !isPlain {
        frame.span = span
        try frame.machine.checkKeywords(result, function.calledName ?? name)
      }
      return result
    }
    if case .name("super") = callee.kind, let parent = parent(arguments) { return parent }
    let line = origin.line(node.range.lowerBound)
    if case .attribute(let object, let method) = callee.kind {
      return call(
        code(object), method.text, gathered, line, span, self.span(of: callee, at: method))
    }
    let callee = code(callee)
    return { frame throws(PyError) in
      let function = try callee(frame)
      let arguments = try gathered(frame, function)
      (frame.machine.callLine, frame.span) = (line, span)
      return try frame.machine.call(function, arguments)
    }
  }

  /// `object.method(…)`. The attribute is looked for before the arguments are made, and again with them:
  /// a method of a built-in type needs no bound method.
  private func call(
    _ object: @escaping Code, _ method: String,
    _ gathered: @escaping (Frame, Value) throws(PyError) -> Arguments, _ line: Int,
    _ span: SourceSpan,
    _ attributeSpan: SourceSpan
  ) -> Code {
    { frame throws(PyError) in
      let (machine, receiver) = (frame.machine, try object(frame))
      if let method = machine.builtinMethod(of: receiver, method), method.binds {
        var all = try gathered(frame, .object(method))
        (machine.callLine, frame.span) = (line, span)
        try machine.step()
        all.positional.insert(receiver, at: 0)
        return try method.call(all, machine)
      }
      frame.span = attributeSpan
      let function = try machine.attribute(receiver, method)
      let arguments = try gathered(frame, function)
      (machine.callLine, frame.span) = (line, span)
      return try machine.call(function, arguments)
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
