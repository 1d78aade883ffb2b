extension NumericArray {
  /// The function as a step of a chain over bytes; nil when this is no large array of bytes.
  func chained(
    _ result: DType, _ real: (Double) -> Double, _ integer: ((Int) -> Int)?
  ) -> NumericArray? {
    guard size >= Self.chainMinimum, isContiguous,
      storage.table != nil || dtype.size == 1
    else { return nil }
    let table = (storage.table ?? .identity(of: dtype)).mapped(result, real, integer)
    let chain = ArrayStorage(
      table, over: storage.buffer, start: storage.start + offset, count: size, dtype: result)
    return NumericArray(chain, shape: shape)
  }

  /// Applies the function in place to a chain that this array sees all of; false when it doesn't.
  func rechain(_ real: (Double) -> Double, _ integer: ((Int) -> Int)?) -> Bool {
    guard storage.table != nil, size == storage.count, isContiguous else { return false }
    storage.retable { $0.mapped(dtype, real, integer) }
    return true
  }

  /// Whether the array is a chain over bytes and so takes no memory for its own elements.
  public var isByteChain: Bool { storage.table != nil }
}

extension LookupTable {
  /// The table after one more function, its values rounded or wrapped to a dtype.
  func mapped(
    _ dtype: DType, _ real: (Double) -> Double, _ integer: ((Int) -> Int)?
  ) -> LookupTable {
    let bytes = UInt8.min...UInt8.max
    if let integer {
      let values = bytes.map { integer(self.integer($0)) }
      return dtype.isFloating
        ? LookupTable(reals: values.map { dtype.rounded(Double($0)) })
        : LookupTable(integers: values.map(dtype.wrapped))
    }
    let values = bytes.map { real(self.real($0)) }
    return dtype.isFloating
      ? LookupTable(reals: values.map(dtype.rounded))
      : LookupTable(
        integers: values.map {
          dtype == .bool ? ($0 != 0 ? 1 : 0) : dtype.wrapped(Arrays.wrapped($0))
        })
  }
}

extension DType {
  /// A real number as an element of this dtype holds it.
  func rounded(_ value: Double) -> Double { self == .float32 ? Double(Float(value)) : value }

  /// An integer as an element of this dtype holds it.
  func wrapped(_ value: Int) -> Int {
    switch self {
    case .bool: value != 0 ? 1 : 0
    case .int8: Int(Int8(truncatingIfNeeded: value))
    case .int16: Int(Int16(truncatingIfNeeded: value))
    case .int32: Int(Int32(truncatingIfNeeded: value))
    case .uint8: Int(UInt8(truncatingIfNeeded: value))
    case .uint16: Int(UInt16(truncatingIfNeeded: value))
    case .uint32: Int(UInt32(truncatingIfNeeded: value))
    default: value
    }
  }
}
