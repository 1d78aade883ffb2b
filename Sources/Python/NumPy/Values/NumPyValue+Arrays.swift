package import Arrays

extension NumPyValue {
  /// The value as an array, as `np.asarray` makes it.
  package func asArray(dtype: DType? = nil) throws(ArrayError) -> NumericArray {
    switch self {
    case .array(let array), .scalar(let array):
      return dtype == nil || dtype == array.dtype ? array : try array.astype(dtype ?? array.dtype)
    case .list(let items), .tuple(let items):
      if let nested = NestedList(self) { return try NumericArray(nested, dtype: dtype) }
      var parts: [NumericArray] = []
      for item in items { parts.append(try item.asArray()) }
      return try Self.joined(parts, dtype)
    default:
      guard let number else { throw unsupported }
      if case .int(let value) = number, let dtype { try dtype.checkPython(value) }
      return NumericArray(scalar: number, dtype: dtype)
    }
  }

  private static func joined(
    _ parts: [NumericArray], _ dtype: DType?
  ) throws(ArrayError) -> NumericArray {
    guard parts.allSatisfy({ $0.shape == parts[0].shape }) else {
      throw ArrayError(
        .valueError,
        "setting an array element with a sequence. The requested array has an inhomogeneous shape "
          + "after 1 dimensions. The detected shape was (\(parts.count),) + inhomogeneous part.")
    }
    let stacked = try NumericArray.stack(parts)
    return dtype == nil || dtype == stacked.dtype
      ? stacked : try stacked.astype(dtype ?? stacked.dtype)
  }

  private var unsupported: ArrayError {
    ArrayError(
      .typeError,
      "arrays of \(typeName) values are not supported here: only numbers, booleans and, for some "
        + "functions, texts are")
  }

  /// A Python number.
  package var number: ScalarValue? {
    switch self {
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .float(let value): .real(value)
    default: nil
    }
  }

  /// What arithmetic takes: Python numbers stay weak.
  func operand() throws(ArrayError) -> Operand {
    if let number { return .python(number) }
    return .array(try asArray())
  }
}

extension NestedList {
  /// Lists of Python numbers only; nil when something else is in them.
  init?(_ value: NumPyValue) {
    switch value {
    case .list(let items), .tuple(let items):
      var parts: [NestedList] = []
      for item in items {
        guard let part = NestedList(item) else { return nil }
        parts.append(part)
      }
      self = .list(parts)
    default:
      guard let number = value.number else { return nil }
      self = .scalar(number)
    }
  }
}

extension NumPyValue {
  /// Nested lists of Python numbers.
  init(_ nested: NestedList) {
    switch nested {
    case .scalar(let value): self.init(value)
    case .list(let items): self = .list(items.map { NumPyValue($0) })
    }
  }

  /// A Python number.
  package init(_ value: ScalarValue) {
    switch value {
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .real(let value): self = .float(value)
    }
  }
}
