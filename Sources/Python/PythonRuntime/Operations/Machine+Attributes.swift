/// Attributes: read, set and deleted as Python does, and as CPython words what it refuses.
extension Machine {
  /// `value.name`, a method bound to the value.
  ///
  /// - Throws: `AttributeError` where there is none.
  package func attribute(_ value: Value, _ name: String) throws(PyError) -> Value {
    if case .object(let object) = value, let found = try object.attribute(name, self) {
      return found
    }
    if let method = builtinMethod(of: value, name) { return try bind(.object(method), to: value) }
    if let part = NumberMethods.part(name, of: value) { return part }
    if name == "__class__" { return .object(type(of: value)) }
    if case .object(let module as ModuleObject) = value,
      let inner = modules["\(module.name).\(name)"]
    {
      return .object(inner)
    }
    let missing = missing(name, of: value)
    missing.value.detailed.missing = .attribute(name, of: value)
    throw missing
  }

  private func missing(_ name: String, of value: Value) -> PyError {
    switch value {
    case .object(let type as TypeObject):
      error("AttributeError", "type object '\(type.name)' has no attribute '\(name)'")
    case .object(let module as ModuleObject): missing(name, of: module)
    default: error("AttributeError", "'\(typeName(value))' object has no attribute '\(name)'")
    }
  }

  /// `value.name = new`.
  ///
  /// - Throws: `AttributeError` where that is not allowed.
  package func setAttribute(_ value: Value, _ name: String, _ new: Value) throws(PyError) {
    if case .object(let object) = value {
      if let instance = object as? InstanceObject,
        let property: PropertyObject = instance.kind.member(name, self)?.asObject()
      {
        guard let setter = property.setter else {
          throw error(
            "AttributeError", "property '\(name)' of '\(instance.kind.name)' object has no setter")
        }
        _ = try call(setter, Arguments([value, new]))
        return
      }
      if try object.setAttribute(name, new, self) { return }
    }
    throw try unchangeable(name, of: value)
  }

  func deleteAttribute(_ value: Value, _ name: String) throws(PyError) {
    if case .object(let object) = value {
      if try object.deleteAttribute(name, self) { return }
      if let instance = object as? InstanceObject,
        instance.kind.member(name, self)?.asObject(PropertyObject.self) != nil
      {
        throw error(
          "AttributeError", "property '\(name)' of '\(instance.kind.name)' object has no deleter")
      }
    }
    throw try unchangeable(name, of: value)
  }

  /// The error for an attribute that can't be set or deleted: it isn't there, or is the type's.
  private func unchangeable(_ name: String, of value: Value) throws(PyError) -> PyError {
    let (type, title) = (type(of: value), typeName(value))
    if type.isImmutable {
      if type.member(name, self) != nil {
        return error("AttributeError", "'\(title)' object attribute '\(name)' is read-only")
      }
      if case .object(let object) = value, try object.attribute(name, self) != nil {
        return error(
          "AttributeError", "attribute '\(name)' of '\(title)' objects is not writable")
      }
    }
    return error("AttributeError", "'\(title)' object has no attribute '\(name)'")
  }
}
