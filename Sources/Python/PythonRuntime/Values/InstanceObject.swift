/// An object of a class of the program, or an exception.
package final class InstanceObject: Object {
  /// Its class.
  package let kind: TypeObject
  /// Its own attributes: what `__dict__` has, and an exception's `args`.
  package var fields: [String: Value] = [:]
  /// Of an exception that was raised.
  var details: ExceptionDetails?

  /// An object without attributes; `__init__` was not called.
  package init(_ kind: TypeObject) { self.kind = kind }

  deinit { LettingGo.hold((fields, details)) }
  package override func letGo() { (fields, details) = ([:], nil) }

  package override var typeName: String { kind.name }
  package override var type: TypeObject { kind }
  package override func isCallable(_ machine: Machine) -> Bool {
    kind.member("__call__", machine) != nil
  }

  /// Whether the program defines a method: in the object's class, or put into a host's.
  package func hasOwnMethod(_ name: String, _ machine: Machine) -> Bool {
    if fields[name] != nil { return true }
    var type: TypeObject? = kind
    while let current = type {
      if current.ownMember(name, machine) != nil {
        return current.module == nil
          || machine.classChanges[ObjectIdentifier(current)]?[name] != nil
      }
      type = current.base
    }
    return false
  }

  /// The arguments of an exception.
  var exceptionArguments: [Value] {
    fields["args"]?.asObject(TupleObject.self)?.items ?? []
  }

  private func special(_ name: String, _ values: [Value], _ machine: Machine) throws(PyError)
    -> Value?
  {
    guard let method = kind.member(name, machine) else { return nil }
    return try machine.call(method, Arguments([.object(self)] + values))
  }

  package override func repr(_ machine: Machine) throws(PyError) -> String {
    if let text = try special("__repr__", [], machine) { return try machine.text(text, "__repr__") }
    if kind.isException {
      var parts: [String] = []
      for value in exceptionArguments { parts.append(try machine.repr(value)) }
      return "\(kind.name)(\(parts.joined(separator: ", ")))"
    }
    return Object.defaultText(kind.qualifiedName)
  }

  package override func str(_ machine: Machine) throws(PyError) -> String {
    if let text = try special("__str__", [], machine) { return try machine.text(text, "__str__") }
    guard kind.isException, kind.member("__repr__", machine) == nil else {
      return try repr(machine)
    }
    let values = exceptionArguments
    if values.isEmpty { return "" }
    if values.count == 1 {
      // A missing key is shown as it would be written.
      return kind.isKind(of: ExceptionTypes.type("KeyError"))
        ? try machine.repr(values[0]) : try machine.str(values[0])
    }
    return try TupleObject(values).repr(machine)
  }

  package override func isTrue(_ machine: Machine) throws(PyError) -> Bool {
    if let value = try special("__bool__", [], machine) {
      if case .bool(let isTrue) = value { return isTrue }
      throw machine.error(
        "TypeError", "__bool__ should return bool, returned \(machine.typeName(value))")
    }
    if let length = try length(machine) { return length != 0 }
    return true
  }

  package override func attribute(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    if let value = fields[name] { return value }
    if name == "__class__" { return .object(kind) }
    if let member = kind.member(name, machine) {
      return try machine.bind(member, to: .object(self))
    }
    if kind.isException, let value = exceptionAttribute(name) { return value }
    if let value = try special("__getattr__", [.string(name)], machine) { return value }
    return nil
  }

  package override func setAttribute(_ name: String, _ value: Value, _ machine: Machine) -> Bool {
    if kind.isException, setExceptionAttribute(name, value) { return true }
    fields[name] = value
    return true
  }

  package override func deleteAttribute(_ name: String, _ machine: Machine) -> Bool {
    fields.removeValue(forKey: name) != nil
  }

  package override func call(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value {
    guard let method = kind.member("__call__", machine) else {
      throw machine.error("TypeError", "'\(typeName)' object is not callable")
    }
    var all = arguments
    all.positional.insert(.object(self), at: 0)
    return try machine.nesting(" while calling a Python object") { () throws(PyError) -> Value in
      try machine.call(method, all)
    }
  }

  package override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    if let value = try special("__getitem__", [index], machine) { return value }
    throw machine.error("TypeError", "'\(typeName)' object is not subscriptable")
  }

  package override func setItem(
    _ index: Value, _ value: Value, _ machine: Machine
  ) throws(PyError) {
    if try special("__setitem__", [index, value], machine) != nil { return }
    throw machine.error("TypeError", "'\(typeName)' object does not support item assignment")
  }

  package override func length(_ machine: Machine) throws(PyError) -> Int? {
    guard let length = try special("__len__", [], machine) else { return nil }
    guard let count = length.smallInt else {
      throw machine.notWhole(length)
    }
    if count < 0 { throw machine.error("ValueError", "__len__() should return >= 0") }
    return count
  }

  package override func iterator(_ machine: Machine) throws(PyError) -> IteratorObject? {
    if let made = try special("__iter__", [], machine) {
      if let same: InstanceObject = made.asObject(), same === self {
        return ClosureIterator("iterator") { [self] machine throws(PyError) in
          do throws(PyError) {
            return try special("__next__", [], machine)
          } catch {
            if error.value.kind.name == "StopIteration" { return nil }
            throw error
          }
        }
      }
      return try machine.iterator(made)
    }
    guard kind.member("__getitem__", machine) != nil else { return nil }
    var index = 0
    return ClosureIterator("iterator") { [self] machine throws(PyError) in
      defer { index += 1 }
      do throws(PyError) {
        return try special("__getitem__", [.int(index)], machine)
      } catch {
        if error.value.kind.name == "IndexError" { return nil }
        throw error
      }
    }
  }

  package override func contains(_ value: Value, _ machine: Machine) throws(PyError) -> Bool? {
    guard let found = try special("__contains__", [value], machine) else { return nil }
    return try machine.isTrue(found)
  }

  private static let names: [Operation: String] = [
    .add: "add", .subtract: "sub", .multiply: "mul", .divide: "truediv", .floorDivide: "floordiv",
    .remainder: "mod", .power: "pow", .matrixMultiply: "matmul", .bitAnd: "and", .bitOr: "or",
    .bitXor: "xor", .shiftLeft: "lshift", .shiftRight: "rshift", .less: "lt", .lessOrEqual: "le",
    .greater: "gt", .greaterOrEqual: "ge",
  ]
  private static let mirrored: [Operation: String] = [
    .less: "gt", .lessOrEqual: "ge", .greater: "lt", .greaterOrEqual: "le",
  ]

  package override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    guard let name = Self.names[operation] else { return nil }
    let full = reflected ? (Self.mirrored[operation] ?? "r\(name)") : name
    guard let result = try special("__\(full)__", [other], machine) else { return nil }
    return result.isNotImplemented ? nil : result
  }

  package override func unary(_ symbol: String, _ machine: Machine) throws(PyError) -> Value? {
    let name = ["-": "neg", "+": "pos", "~": "invert"][symbol] ?? ""
    return try special("__\(name)__", [], machine)
  }

  package override func isEqual(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? {
    guard let result = try special("__eq__", [other], machine), !result.isNotImplemented else {
      return nil
    }
    return try machine.isTrue(result)
  }

  package override func hashNumber(_ machine: Machine) throws(PyError) -> Int? {
    if let value = try special("__hash__", [], machine) { return value.smallInt }
    return kind.member("__eq__", machine) == nil ? ObjectIdentifier(self).hashValue : nil
  }

  package override func format(_ spec: String, _ machine: Machine) throws(PyError) -> String? {
    guard let text = try special("__format__", [.string(spec)], machine) else { return nil }
    return try machine.text(text, "__format__")
  }
}
