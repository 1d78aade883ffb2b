/// What statements ask of the machine.
extension Machine {
  /// `a operation= b`: lists grow in place.
  func inPlace(_ operation: Operation, _ a: Value, _ b: Value) throws(PyError) -> Value {
    if case .object(let list as ListObject) = a {
      if operation == .add {
        let more = try array(b)
        try spend(items: more.count, growingTo: list.items.count + more.count)
        list.items += more
        return a
      }
      if operation == .multiply, let count = b.smallInt {
        list.items = try repeated(list.items, count)
        return a
      }
    }
    if case .object(let instance as InstanceObject) = a,
      let name = ["+": "__iadd__", "-": "__isub__", "*": "__imul__"][operation.rawValue],
      let method = instance.kind.member(name, self)
    {
      return try call(method, Arguments([a, b]))
    }
    if case .object(let set as SetObject) = a, !set.isFrozen, let other: SetObject = b.asObject() {
      if operation == .bitOr {
        for value in other.values { try set.insert(value, self) }
        return a
      }
      let result = try binary(operation, a, .object(other)).asObject(SetObject.self)
      set.removeAll()
      for value in result?.values ?? [] { try set.insert(value, self) }
      return a
    }
    if case .object(let object) = a, let result = try object.inPlace(operation, b, self) {
      return result
    }
    return try binaryInPlace(operation, a, b)
  }

  /// Whether a handler's type, or one of a tuple's, is the exception's.
  func matches(_ error: PyError, _ type: Value) throws(PyError) -> Bool {
    if let tuple: TupleObject = type.asObject() {
      for item in tuple.items where try matches(error, one: item) { return true }
      return false
    }
    return try matches(error, one: type)
  }

  private func matches(_ error: PyError, one type: Value) throws(PyError) -> Bool {
    guard let type: TypeObject = type.asObject(), type.isException else {
      throw self.error(
        "TypeError", "catching classes that do not inherit from BaseException is not allowed")
    }
    return error.value.kind.isKind(of: type)
  }

  func module(_ path: String) throws(PyError) -> ModuleObject {
    if let module = modules[path] { return module }
    throw error("ModuleNotFoundError", "No module named '\(path)'")
  }
}
