package import Arrays

extension NumPySession {
  /// `array[index]`: a scalar where one element is left.
  package func item(
    of array: NumericArray, at index: NumPyValue
  ) throws(ArrayError) -> NumPyValue {
    let indices = try index.indices()
    let found = try array[indices]
    // With an ellipsis even a single element stays an array.
    if indices.contains(where: { if case .ellipsis = $0 { true } else { false } }) {
      return .array(found)
    }
    return .result(found.ndim == 0 ? try found.copy() : found)
  }

  /// `array[index] = value`.
  package func assign(
    _ value: NumPyValue, to array: NumericArray, at index: NumPyValue
  ) throws(ArrayError) {
    let given = try value.asArray(dtype: value.isWeak ? array.dtype : nil)
    let indices = try index.indices()
    try watching("cast") { (watch) throws(ArrayError) in
      try array.assign(given, at: indices, watch: watch)
    }
  }

  /// `len(array)`.
  package func length(of array: NumericArray) throws(ArrayError) -> Int {
    guard let length = array.shape.first else {
      throw ArrayError(.typeError, "len() of unsized object")
    }
    return length
  }

  /// What a loop over the array sees at one index of its first axis.
  package func element(of array: NumericArray, _ index: Int) throws(ArrayError) -> NumPyValue {
    guard array.ndim > 0 else { throw ArrayError(.typeError, "iteration over a 0-d array") }
    return try item(of: array, at: .int(index))
  }

  /// An attribute of an array or of a scalar; nil when it has no such attribute.
  package func attribute(_ name: String, of array: NumericArray) throws(ArrayError) -> NumPyValue? {
    switch name {
    case "shape": return .tuple(array.shape.map { .int($0) })
    case "dtype": return .dtype(array.dtype)
    case "ndim": return .int(array.ndim)
    case "size": return .int(array.size)
    case "itemsize": return .int(array.dtype.size)
    case "nbytes": return .int(array.nbytes)
    case "T": return .array(try array.transposed())
    case "flat": return .array(try array.raveled())
    default: return nil
    }
  }

  /// An attribute of a dtype; nil when it has no such attribute.
  package func attribute(_ name: String, of dtype: DType) -> NumPyValue? {
    switch name {
    case "name": .string(dtype.rawValue)
    case "kind": .string(String(dtype.kind))
    case "itemsize": .int(dtype.size)
    case "str": .string(dtype.code)
    case "type": .type(dtype)
    default: nil
    }
  }

  /// A Python number as a scalar of a dtype, as `np.float32(x)` makes it; arrays are cast.
  package func convert(_ value: NumPyValue, to dtype: DType) throws(ArrayError) -> NumPyValue {
    if case .string(let text) = value {
      guard let number = Double(text) else {
        throw ArrayError(.valueError, "could not convert string to float: '\(text)'")
      }
      return .scalar(NumericArray(scalar: .real(number), dtype: dtype))
    }
    if case .int(let number) = value { try dtype.checkPython(number) }
    return .result(try cast(value.asArray(), to: dtype))
  }
}

extension NumPySession {
  /// A scalar or an array without axes as the number that `int` and `float` make of it.
  package func pythonNumber(_ value: NumPyValue) throws(ArrayError) -> ScalarValue {
    if let number = value.number { return number }
    let array = try value.asArray()
    guard array.ndim == 0 else {
      throw ArrayError(
        .typeError, "only 0-dimensional arrays can be converted to Python scalars")
    }
    return try array.item()
  }
}

extension NumPyValue {
  /// Whether the value takes the dtype of what it is written to.
  fileprivate var isWeak: Bool { number != nil }

  /// What stands between the brackets.
  func indices() throws(ArrayError) -> [ArrayIndex] {
    guard case .tuple(let items) = self else { return [try index()] }
    var indices: [ArrayIndex] = []
    for item in items { indices.append(try item.index()) }
    return indices
  }

  private func index() throws(ArrayError) -> ArrayIndex {
    switch self {
    case .int(let value): return .integer(value)
    case .none: return .newAxis
    case .ellipsis: return .ellipsis
    case .slice(let start, let stop, let step):
      return .slice(start: start, stop: stop, step: step)
    case .scalar(let array) where array.dtype.isInteger: return .integer(array.integers()[0])
    case .array(let array) where array.ndim == 0 && array.dtype.isInteger:
      return .integer(array.integers()[0])
    case .array(let array): return .array(array)
    case .list(let items) where items.isEmpty: return .array(try NumericArray(integers: []))
    case .list, .bool, .tuple: return .array(try asArray())
    case .scalar(let array) where array.dtype == .bool: return .array(array)
    default:
      throw ArrayError(
        .indexError,
        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or "
          + "boolean arrays are valid indices")
    }
  }
}
