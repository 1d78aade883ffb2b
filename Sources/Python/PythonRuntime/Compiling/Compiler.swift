internal import PythonSyntax

/// Makes closures of a syntax tree.
struct Compiler {
  let scope: Scope
  let globals: Globals
  /// What tracebacks say of this code.
  let origin: CodeOrigin
  /// The first parameter of the function whose body this is, for `super()`.
  var firstParameter: String?
  /// What `__qualname__` has in front of the names that are defined here: `A.` or `f.<locals>.`.
  var prefix = ""
  /// A compiler for a function inside of this one.
  func inner(_ scope: Scope, _ name: String) -> Compiler {
    Compiler(scope: scope, globals: globals, origin: origin.function(name))
  }

  /// - Parameter range: where the name stands; nil for the statement.
  func load(_ name: String, at range: Range<Int>? = nil) -> Code {
    let span = range.map { SourceSpan($0) }
    switch scope.place(of: name) {
    case .slot(let slot) where scope.form == .class:
      let otherwise = loadGlobal(name, span)
      return { frame throws(PyError) in
        let value = frame.slots[slot]
        return value.isUnset ? try otherwise(frame) : value
      }
    case .slot(let slot):
      return { frame throws(PyError) in
        let value = frame.slots[slot]
        if value.isUnset { throw frame.unbound(name, span) }
        return value
      }
    case .cell(let index):
      return { frame throws(PyError) in
        let value = frame.cells[index].value
        if value.isUnset { throw frame.unbound(name, span) }
        return value
      }
    case .captured(let index):
      return { frame throws(PyError) in
        let value = frame.captured[index].value
        if value.isUnset { throw frame.unboundAround(name, span) }
        return value
      }
    case .global(let name): return loadGlobal(name, span)
    }
  }

  private func loadGlobal(_ name: String, _ span: SourceSpan?) -> Code {
    let place = globals.place(of: name)
    let scope = scope
    return { frame throws(PyError) in
      let value = frame.globals.values[place]
      if !value.isUnset { return value }
      if let builtin = frame.machine.builtins[name] { return builtin }
      throw frame.undefined(name, scope, span)
    }
  }

  func store(_ name: String) -> Store {
    switch scope.place(of: name) {
    case .slot(let slot): return { frame, value in frame.slots[slot] = value }
    case .cell(let index): return { frame, value in frame.cells[index].value = value }
    case .captured(let index): return { frame, value in frame.captured[index].value = value }
    case .global(let name):
      let place = globals.place(of: name)
      return { frame, value in frame.globals.values[place] = value }
    }
  }

  /// Assignment to any target.
  func store(_ target: ExpressionNode) -> Store {
    switch target.kind {
    case .name(let name): return store(name)
    case .attribute(let object, let name):
      let object = code(object)
      let (name, span) = (name.text, span(of: target, at: name))
      return { frame, value throws(PyError) in
        let receiver = try object(frame)
        frame.span = span
        try frame.machine.setAttribute(receiver, name, value)
      }
    case .subscript(let object, let index):
      let (object, index, span) = (code(object), code(index), SourceSpan(target.range))
      return { frame, value throws(PyError) in
        let (receiver, place) = (try object(frame), try index(frame))
        frame.span = span
        try frame.machine.setItem(receiver, place, value)
      }
    case .tuple(let items), .list(let items): return unpack(items, SourceSpan(target.range))
    case .starred(let value): return store(value)
    default:
      return { frame, _ throws(PyError) in throw frame.machine.error("SyntaxError", "cannot assign")
      }
    }
  }

  private func unpack(_ items: [ExpressionNode], _ span: SourceSpan) -> Store {
    let star = items.firstIndex { if case .starred = $0.kind { true } else { false } }
    let stores = items.map { store($0) }
    return { frame, value throws(PyError) in
      let machine = frame.machine
      frame.span = span
      let values = try machine.unpacked(value, into: items.count, star: star)
      for (store, value) in zip(stores, values) { try store(frame, value) }
    }
  }

  func delete(_ target: ExpressionNode) -> CompiledStatement {
    switch target.kind {
    case .name(let name):
      let (load, store) = (load(name, at: target.range), store(name))
      return { frame throws(PyError) in
        _ = try load(frame)
        try store(frame, .unset)
        return .normal
      }
    case .attribute(let object, let name):
      let (object, span) = (code(object), span(of: target, at: name))
      return { frame throws(PyError) in
        let receiver = try object(frame)
        frame.span = span
        try frame.machine.deleteAttribute(receiver, name.text)
        return .normal
      }
    case .subscript(let object, let index):
      let (object, index, span) = (code(object), code(index), SourceSpan(target.range))
      return { frame throws(PyError) in
        let (receiver, place) = (try object(frame), try index(frame))
        frame.span = span
        try frame.machine.deleteItem(receiver, place)
        return .normal
      }
    case .tuple(let items), .list(let items):
      let steps = items.map { delete($0) }
      return { frame throws(PyError) in
        for step in steps { _ = try step(frame) }
        return .normal
      }
    default:
      return { frame throws(PyError) in throw frame.machine.error("SyntaxError", "cannot delete") }
    }
  }
}

extension Machine {
  /// The values for so many targets, of which one may take all that is left.
  func unpacked(_ value: Value, into count: Int, star: Int?) throws(PyError) -> [Value] {
    let values = try array(value, "cannot unpack non-iterable \(typeName(value)) object")
    guard let star else {
      guard values.count == count else {
        throw values.count < count
          ? error(
            "ValueError", "not enough values to unpack (expected \(count), got \(values.count))")
          : error("ValueError", "too many values to unpack (expected \(count))")
      }
      return values
    }
    guard values.count >= count - 1 else {
      throw error(
        "ValueError",
        "not enough values to unpack (expected at least \(count - 1), got \(values.count))")
    }
    let behind = count - star - 1
    let middle = Array(values[star..<values.count - behind])
    return Array(values[..<star]) + [.object(ListObject(middle))]
      + Array(values[(values.count - behind)...])
  }
}
