internal import Memory

extension NumericArray {
  /// The function as a step of a chain over bytes; nil when this is no large array of bytes.
  func chained(
    _ result: DType, _ check: ResultCheck?, _ real: (Double) -> Double, _ integer: ((Int) -> Int)?
  ) -> NumericArray? {
    guard size >= Self.chainMinimum, isContiguous,
      storage.table != nil || dtype.size == 1
    else { return nil }
    let given = storage.table ?? .identity(of: dtype)
    let table = given.mapped(result, real, integer)
    if integer == nil { check?.look(at: bytes, of: given, real) }
    let chain = ArrayStorage(
      table, over: storage.buffer, start: storage.start + offset, count: size, dtype: result)
    return NumericArray(chain, shape: shape)
  }

  /// Applies the function in place to a chain that this array sees all of; false when it doesn't.
  func rechain(
    _ check: ResultCheck?, _ real: (Double) -> Double, _ integer: ((Int) -> Int)?
  ) -> Bool {
    guard let given = storage.table, size == storage.count, isContiguous else { return false }
    if integer == nil { check?.look(at: bytes, of: given, real) }
    storage.retable { $0.mapped(dtype, real, integer) }
    return true
  }

  /// The bytes that a contiguous chain, or array of bytes, is made of.
  private var bytes: MutableElements<UInt8> {
    storage.buffer.bytes[(storage.start + offset)..<(storage.start + offset + size)]
  }

  /// Whether the array is a chain over bytes and so takes no memory for its own elements.
  package var isByteChain: Bool { storage.table != nil }
}

extension ResultCheck {
  /// Notes what is wrong with a function's results, of those numbers of a table whose bytes are there.
  fileprivate func look(
    at bytes: MutableElements<UInt8>, of table: LookupTable, _ real: (Double) -> Double
  ) {
    let given = UInt8.allBytes.map(table.real)
    var results = given.map(real)
    guard results.withMutableElements({ isNeeded($0, given.count) }) else { return }
    var isThere = [Bool](repeating: false, count: given.count)
    for i in 0..<bytes.count { isThere[Int(bytes[i])] = true }
    for byte in given.indices where isThere[byte] {
      let (x, y) = operands(given[byte])
      look(at: results[byte], of: x, y)
    }
  }
}

extension UInt8 {
  fileprivate static let allBytes = UInt8.min...UInt8.max
}

extension LookupTable {
  /// The table after one more function, its values rounded or wrapped to a dtype.
  func mapped(
    _ dtype: DType, _ real: (Double) -> Double, _ integer: ((Int) -> Int)?
  ) -> LookupTable {
    if let integer {
      let values = UInt8.allBytes.map { integer(self.integer($0)) }
      return dtype.isFloating
        ? LookupTable(reals: values.map { dtype.rounded(Double($0)) })
        : LookupTable(integers: values.map(dtype.wrapped))
    }
    let values = UInt8.allBytes.map { real(self.real($0)) }
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
