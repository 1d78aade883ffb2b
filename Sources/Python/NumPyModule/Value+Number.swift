package import PythonRuntime
internal import Arrays

extension Value {
  /// The one number that a value is, as Python has it: itself, or that of a scalar, array or tensor
  /// without dimensions; nil for every other value.
  package func number(_ machine: Machine) -> Value? {
    switch self {
    case .int, .float, .big, .bool: return self
    case .object(let object):
      guard let plain = object.plainNumber else { return nil }
      if let object = object as? NumPyObject { return object.array?.ndim == 0 ? plain : nil }
      guard let array = object as? any ArrayConvertible else { return nil }
      return (try? array.asArray(machine))?.ndim == 0 ? plain : nil
    case .unset, .none, .string: return nil
    }
  }
}
