/// `property`.
final class PropertyObject: Object {
  let getter: Value
  let setter: Value?

  init(_ getter: Value, setter: Value? = nil) { (self.getter, self.setter) = (getter, setter) }

  deinit { LettingGo.hold((getter, setter)) }

  override var typeName: String { "property" }
  override func attribute(_ name: String, _ machine: Machine) -> Value? {
    guard name == "setter" else { return nil }
    return .object(
      BuiltinFunction("setter") { [getter] arguments, machine throws(PyError) in
        .object(PropertyObject(getter, setter: try machine.one(arguments, "setter")))
      })
  }
}

/// `staticmethod`.
final class StaticMethodObject: Object {
  let function: Value
  init(_ function: Value) { self.function = function }

  deinit { LettingGo.hold(function) }

  override var typeName: String { "staticmethod" }
}

/// `classmethod`.
final class ClassMethodObject: Object {
  let function: Value
  init(_ function: Value) { self.function = function }

  deinit { LettingGo.hold(function) }

  override var typeName: String { "classmethod" }
}
