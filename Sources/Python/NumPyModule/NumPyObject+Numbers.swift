internal import PythonRuntime
internal import NumPy
internal import Arrays

extension NumPyObject {
  /// What `int()`, `float()` and `round()` ask an object for.
  func conversion(_ name: String) -> Value? {
    guard array != nil else { return nil }
    switch name {
    case "__int__", "__float__":
      return .object(
        BuiltinFunction(name) { [self] _, machine throws(PyError) in
          let number = try machine.raising { () throws(ArrayError) in
            try session.pythonNumber(value)
          }
          if name == "__int__", case .real(let real) = number,
            Int(exactly: real.rounded(.towardZero)) == nil
          {
            throw machine.error("OverflowError", "cannot convert float infinity to integer")
          }
          return number.value(asInteger: name == "__int__")
        })
    case "__round__":
      // Arrays have none, not even those without axes.
      guard case .scalar = value else { return nil }
      return .object(
        BuiltinFunction(name) { [self] arguments, machine throws(PyError) in
          let rounded = try NumPyTypes.call(method: "round", of: self, arguments, machine)
          guard arguments.positional.isEmpty else { return rounded }
          let type: TypeObject? = machine.type(of: .int(0))
          return try type?.call(Arguments([rounded]), machine) ?? rounded
        })
    default: return nil
    }
  }
}

extension ScalarValue {
  fileprivate func value(asInteger: Bool) -> Value {
    switch self {
    case .bool(let flag): asInteger ? .int(flag ? 1 : 0) : .float(flag ? 1 : 0)
    case .int(let number): asInteger ? .int(number) : .float(Double(number))
    case .real(let number): asInteger ? .int(Int(number)) : .float(number)
    }
  }
}
