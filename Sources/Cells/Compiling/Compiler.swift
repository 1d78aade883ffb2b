internal import KerasNotation

/// Makes closures of a syntax tree.
struct Compiler {
  let scope: Scope
  let globals: Globals
  let functionName: String
  /// The first parameter of the function whose body this is, for `super()`.
  var firstParameter: String?
  /// What `__qualname__` has in front of the names that are defined here: `A.` or `f.<locals>.`.
  var prefix = ""
  /// The line of an offset in the source, from 1.
  let line: (Int) -> Int

  /// A compiler for a function inside of this one.
  func inner(_ scope: Scope, _ name: String) -> Compiler {
    Compiler(scope: scope, globals: globals, functionName: name, line: line)
  }

  func load(_ name: String) -> Code {
    switch scope.place(of: name) {
    case .slot(let slot) where scope.form == .class:
      let otherwise = loadGlobal(name)
      return { frame throws(PyError) in
        let value = frame.slots[slot]
        return value.isUnset ? try otherwise(frame) : value
      }
    case .slot(let slot):
      return { frame throws(PyError) in
        let value = frame.slots[slot]
        if value.isUnset { throw frame.machine.unbound(name) }
        return value
      }
    case .cell(let index):
      return { frame throws(PyError) in
        let value = frame.cells[index].value
        if value.isUnset { throw frame.machine.unbound(name) }
        return value
      }
    case .captured(let index):
      return { frame throws(PyError) in
        let value = frame.captured[index].value
        if value.isUnset {
          throw frame.machine.error(
            "NameError",
            "cannot access free variable '\(name)' where it is not associated with a value in enclosing scope"
          )
        }
        return value
      }
    case .global(let name): return loadGlobal(name)
    }
  }

  private func loadGlobal(_ name: String) -> Code {
    let place = globals.place(of: name)
    return { frame throws(PyError) in
      let value = frame.globals.values[place]
      if !value.isUnset { return value }
      if let builtin = frame.machine.builtins[name] { return builtin }
      throw frame.machine.error("NameError", "name '\(name)' is not defined")
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
      let name = name.text
      return { frame, value throws(PyError) in
        try frame.machine.setAttribute(object(frame), name, value)
      }
    case .subscript(let object, let index):
      let (object, index) = (code(object), code(index))
      return { frame, value throws(PyError) in
        try frame.machine.setItem(object(frame), index(frame), value)
      }
    case .tuple(let items), .list(let items): return unpack(items)
    case .starred(let value): return store(value)
    default:
      return { frame, _ throws(PyError) in throw frame.machine.error("SyntaxError", "cannot assign")
      }
    }
  }

  private func unpack(_ items: [ExpressionNode]) -> Store {
    let star = items.firstIndex { if case .starred = $0.kind { true } else { false } }
    let stores = items.map { store($0) }
    return { frame, value throws(PyError) in
      let machine = frame.machine
      let values = try machine.unpacked(value, into: items.count, star: star)
      for (store, value) in zip(stores, values) { try store(frame, value) }
    }
  }

  func delete(_ target: ExpressionNode) -> Step {
    switch target.kind {
    case .name(let name):
      let (load, store) = (load(name), store(name))
      return { frame throws(PyError) in
        _ = try load(frame)
        try store(frame, .unset)
        return .normal
      }
    case .attribute(let object, let name):
      let object = code(object)
      return { frame throws(PyError) in
        try frame.machine.deleteAttribute(object(frame), name.text)
        return .normal
      }
    case .subscript(let object, let index):
      let (object, index) = (code(object), code(index))
      return { frame throws(PyError) in
        try frame.machine.deleteItem(object(frame), index(frame))
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
  func unbound(_ name: String) -> PyError {
    error(
      "UnboundLocalError",
      "cannot access local variable '\(name)' where it is not associated with a value")
  }

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
