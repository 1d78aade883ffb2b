internal import PythonSyntax
extension Compiler {
  /// Items of a display, starred ones spread out.
  func list(
    _ items: [ExpressionNode], _ span: SourceSpan
  ) -> (Frame) throws(PyError) -> [Value] {
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
        guard part.isStarred else {
          values.append(value)
          continue
        }
        frame.span = span
        values += try frame.machine.array(
          value, "Value after * must be an iterable, not \(frame.machine.typeName(value))")
      }
      return values
    }
  }

  func dictionary(_ entries: [DictionaryEntry], _ span: SourceSpan) -> Code {
    let parts = entries.map { (key: $0.key.map { code($0) }, value: code($0.value)) }
    return { frame throws(PyError) in
      let result = DictObject()
      for part in parts {
        if let key = part.key {
          let (key, value) = (try key(frame), try part.value(frame))
          frame.span = span
          try result.set(key, value, frame.machine)
        } else {
          let mapping = try part.value(frame)
          frame.span = span
          for (key, value) in try frame.machine.mapping(mapping) {
            try result.set(key, value, frame.machine)
          }
        }
      }
      return .object(result)
    }
  }

  func formatted(_ parts: [FormattedPart]) -> Code {
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
    let (conversion, span) = (field.conversion, SourceSpan(field.range))
    return { frame throws(PyError) in
      let machine = frame.machine
      var shown = try value(frame)
      frame.span = span
      switch conversion {
      case .string: shown = .string(try machine.str(shown))
      case .representation: shown = .string(try machine.repr(shown))
      case .ascii: shown = .string(try machine.ascii(shown))
      case nil: break
      }
      var text = ""
      if let spec, case .string(let found) = try spec(frame) { text = found }
      frame.span = span
      return .string(try machine.format(shown, text))
    }
  }
}
