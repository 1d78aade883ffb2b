package import Arrays

extension NumPySession {
  /// `array[index]` of an array of texts: a text where one element is left.
  package func item(of array: TextArray, at index: NumPyValue) throws(ArrayError) -> NumPyValue {
    .result(array.with(try array.places[index.indices()]))
  }

  /// An attribute of an array of texts; nil when it has no such attribute.
  package func attribute(_ name: String, of array: TextArray) throws(ArrayError) -> NumPyValue? {
    switch name {
    case "dtype": return .textType(width: array.width)
    case "itemsize": return .int(4 * array.width)
    case "nbytes": return .int(4 * array.width * array.places.size)
    case "T": return .texts(array.with(try array.places.transposed()))
    default: return try attribute(name, of: array.places)
    }
  }

  /// Calls a method of an array of texts: those that move elements, and `tolist`.
  package func call(
    method name: String, of array: TextArray, _ positional: [NumPyValue],
    _ keywords: [(String, NumPyValue)] = []
  ) throws(ArrayError) -> NumPyValue {
    if name == "tolist" || name == "item" {
      return array.words(in: try call(method: name, of: array.places, positional, keywords))
    }
    let movers = ["reshape", "ravel", "flatten", "copy", "transpose", "squeeze", "take", "repeat"]
    guard movers.contains(name) else {
      throw ArrayError(
        .notImplementedError, "\(name)() of an array of texts is not supported here")
    }
    guard
      case .array(let places) = try call(method: name, of: array.places, positional, keywords)
    else { return .none }
    return .texts(array.with(places))
  }

  /// `==` and `!=` of arrays of texts; nil when neither operand is one.
  func compareTexts(
    _ symbol: String, _ a: NumPyValue, _ b: NumPyValue
  ) throws(ArrayError) -> NumPyValue? {
    guard a.isTexts || b.isTexts else { return nil }
    guard symbol == "==" || symbol == "!=", let one = try a.asTexts(), let two = try b.asTexts()
    else {
      throw ArrayError(
        .typeError,
        "unsupported operand type(s) for \(symbol): '\(a.typeName)' and '\(b.typeName)'")
    }
    let equal = try one.equals(two)
    return .result(symbol == "==" ? equal : try equal.inverted())
  }
}

extension NumPyValue {
  fileprivate var isTexts: Bool { if case .texts = self { true } else { false } }
}

extension TextArray {
  /// The words at places in nested lists.
  fileprivate func words(in places: NumPyValue) -> NumPyValue {
    switch places {
    case .int(let place): .string(words(at: place))
    case .list(let items): .list(items.map { words(in: $0) })
    default: places
    }
  }
}
