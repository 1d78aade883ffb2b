internal import PythonSyntax

extension Compiler {
  /// `super()` and `super(Class, self)`; nil where neither a method nor arguments say of what.
  func parent(_ arguments: [Argument]) -> Code? {
    if arguments.count == 2 {
      let (type, receiver) = (code(arguments[0].value), code(arguments[1].value))
      return { frame throws(PyError) in
        guard let type: TypeObject = try type(frame).asObject() else {
          throw frame.machine.error("TypeError", "super() argument 1 must be a type")
        }
        return .object(SuperObject(type, receiver: try receiver(frame)))
      }
    }
    guard arguments.isEmpty, let firstParameter else { return nil }
    let own: (Frame) -> SharedVariable
    switch scope.place(of: Scope.className) {
    case .captured(let index): own = { $0.captured[index] }
    case .cell, .slot, .global: return nil
    }
    let receiver = load(firstParameter)
    return { frame throws(PyError) in
      guard let type: TypeObject = own(frame).value.asObject() else {
        throw frame.machine.error("RuntimeError", "super(): empty __class__ cell")
      }
      return .object(SuperObject(type, receiver: try receiver(frame)))
    }
  }
}

/// An object seen as one of the class that its own is made from.
final class SuperObject: Object {
  private let owner: TypeObject
  private let receiver: Value

  init(_ owner: TypeObject, receiver: Value) { (self.owner, self.receiver) = (owner, receiver) }

  deinit { LettingGo.hold((owner, receiver)) }

  override var typeName: String { "super" }

  override func attribute(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    if let member = owner.base?.member(name, machine) {
      return try machine.bind(member, to: receiver)
    }
    // Every class has an `__init__` that does nothing.
    if name == "__init__" { return .object(BuiltinFunction(name) { _, _ in .none }) }
    return nil
  }
}
