internal import Arrays

extension NumPyCall {
  /// An argument as an array, of a dtype where one is given.
  func array(_ name: String = "a", dtype: DType? = nil) throws(ArrayError) -> NumericArray {
    guard let value = self[name] else { throw wrongType(name, .none) }
    guard let dtype else { return try value.asArray() }
    switch value {
    case .array(let array), .scalar(let array):
      return array.dtype == dtype ? array : try session.cast(array, to: dtype)
    default:
      let array = try value.asArray(dtype: dtype)
      guard dtype == .float32 else { return array }
      return try session.noting("cast", array, of: [value.asArray()])
    }
  }

  /// An argument as an array of texts; nil when it has none, or numbers are asked for.
  ///
  /// - Parameter mixed: whether numbers among texts become texts.
  func texts(_ name: String, mixed: Bool = false) throws(ArrayError) -> TextArray? {
    if try dtypeIsNumber() { return nil }
    let plain = try self[name]?.asTexts()
    return plain == nil && mixed ? try self[name]?.asMixedTexts() : plain
  }

  private func dtypeIsNumber() throws(ArrayError) -> Bool {
    guard let value = self["dtype"] else { return false }
    if case .string("str") = value { return false }
    _ = try value.asDType()
    return true
  }

  /// An argument as an operand of arithmetic.
  func needed(_ name: String) throws(ArrayError) -> Operand {
    guard let value = self[name] else { throw wrongType(name, .none) }
    return try value.operand()
  }

  /// An argument as a Python number.
  func number(_ name: String) throws(ArrayError) -> ScalarValue? {
    guard let value = self[name] else { return nil }
    if let number = value.number { return number }
    return try value.asArray().item()
  }

  /// An argument as an operand of arithmetic; nil when it wasn't given.
  func operand(_ name: String) throws(ArrayError) -> Operand? {
    guard let value = self[name] else { return nil }
    return try value.operand()
  }

  /// Arrays in a list, a tuple, or along an array's first axis.
  func arrays(_ name: String) throws(ArrayError) -> [NumericArray] {
    switch self[name] {
    case .list(let items)?, .tuple(let items)?:
      var arrays: [NumericArray] = []
      for item in items { arrays.append(try item.asArray()) }
      return arrays
    case .array(let array)?: return try array.elements()
    default:
      throw ArrayError(
        .typeError, "The first input argument needs to be a sequence")
    }
  }

  func integer(_ name: String) throws(ArrayError) -> Int? {
    guard let value = self[name] else { return nil }
    return try value.integer()
  }

  func real(_ name: String) throws(ArrayError) -> Double? {
    guard let value = self[name] else { return nil }
    if let number = value.number { return number.real }
    return try value.asArray().item().real
  }

  func flag(_ name: String, _ otherwise: Bool = false) throws(ArrayError) -> Bool {
    guard let value = self[name] else { return otherwise }
    if let number = value.number { return number.real != 0 }
    return try value.asArray().truth()
  }

  func text(_ name: String) -> String? {
    if case .string(let text)? = self[name] { text } else { nil }
  }

  func dtype(_ name: String = "dtype") throws(ArrayError) -> DType? {
    guard let value = self[name] else { return nil }
    return try value.asDType()
  }

  /// One axis, several, or nil for all.
  func axes(_ name: String = "axis") throws(ArrayError) -> [Int]? {
    guard let value = self[name] else { return nil }
    return try value.integers()
  }

  /// A shape: one extent or a sequence of them.
  func shape(_ name: String) throws(ArrayError) -> [Int]? { try axes(name) }

  func wrongType(_ parameter: String, _ value: NumPyValue) -> ArrayError {
    ArrayError(.typeError, "\(name)() argument '\(parameter)' must not be \(value.typeName)")
  }
}

extension NumPyValue {
  func integer() throws(ArrayError) -> Int {
    switch self {
    case .int(let value): return value
    case .bool(let value): return value ? 1 : 0
    case .scalar(let array) where array.dtype.isInteger: return array.integers()[0]
    case .array(let array) where array.dtype.isInteger && array.ndim == 0:
      return array.integers()[0]
    default:
      throw ArrayError(
        .typeError, "'\(typeName)' object cannot be interpreted as an integer")
    }
  }

  func integers() throws(ArrayError) -> [Int] {
    switch self {
    case .list(let items), .tuple(let items):
      var values: [Int] = []
      for item in items { values.append(try item.integer()) }
      return values
    case .array(let array) where array.dtype.isInteger && array.ndim == 1: return array.integers()
    default: return [try integer()]
    }
  }

  func asDType() throws(ArrayError) -> DType {
    switch self {
    case .dtype(let dtype), .type(let dtype): return dtype
    case .string(let name):
      if let dtype = DType(named: name) { return dtype }
      throw ArrayError(
        .typeError,
        ["str", "object", "O", "U", "S", "float16", "complex", "complex64", "complex128"]
          .contains(name)
          ? "dtype '\(name)' is not supported here" : "data type '\(name)' not understood")
    default:
      throw ArrayError(.typeError, "Cannot interpret '\(NumPyText.repr(self))' as a data type")
    }
  }
}
