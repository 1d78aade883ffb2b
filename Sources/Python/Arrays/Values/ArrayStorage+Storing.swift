internal import Memory

extension ArrayStorage {
  /// Writes real numbers, rounded or truncated to the dtype.
  func store(_ values: Elements<Double>, at: Int, stride: Int, count: Int) {
    checkBounds(at, stride, count)
    switch dtype {
    case .float64: put(Double.self, values, at, stride, count) { $0 }
    case .float32: put(Float.self, values, at, stride, count) { Float($0) }
    case .bool: put(UInt8.self, values, at, stride, count) { $0 != 0 ? 1 : 0 }
    case .int64, .uint64: put(Int.self, values, at, stride, count) { wrapped($0) }
    case .int8: put(Int8.self, values, at, stride, count) { Int8(truncatingIfNeeded: wrapped($0)) }
    case .uint8:
      put(UInt8.self, values, at, stride, count) { UInt8(truncatingIfNeeded: wrapped($0)) }
    case .int16:
      put(Int16.self, values, at, stride, count) { Int16(truncatingIfNeeded: wrapped($0)) }
    case .uint16:
      put(UInt16.self, values, at, stride, count) { UInt16(truncatingIfNeeded: wrapped($0)) }
    case .int32:
      put(Int32.self, values, at, stride, count) { Int32(truncatingIfNeeded: wrapped($0)) }
    case .uint32:
      put(UInt32.self, values, at, stride, count) { UInt32(truncatingIfNeeded: wrapped($0)) }
    }
  }

  /// Writes integers, wrapped around to the dtype.
  func store(_ values: Elements<Int>, at: Int, stride: Int, count: Int) {
    checkBounds(at, stride, count)
    switch dtype {
    case .float64: put(Double.self, values, at, stride, count) { Double($0) }
    case .float32: put(Float.self, values, at, stride, count) { Float($0) }
    case .bool: put(UInt8.self, values, at, stride, count) { $0 != 0 ? 1 : 0 }
    case .int64, .uint64: put(Int.self, values, at, stride, count) { $0 }
    case .int8: put(Int8.self, values, at, stride, count) { Int8(truncatingIfNeeded: $0) }
    case .uint8: put(UInt8.self, values, at, stride, count) { UInt8(truncatingIfNeeded: $0) }
    case .int16: put(Int16.self, values, at, stride, count) { Int16(truncatingIfNeeded: $0) }
    case .uint16: put(UInt16.self, values, at, stride, count) { UInt16(truncatingIfNeeded: $0) }
    case .int32: put(Int32.self, values, at, stride, count) { Int32(truncatingIfNeeded: $0) }
    case .uint32: put(UInt32.self, values, at, stride, count) { UInt32(truncatingIfNeeded: $0) }
    }
  }

  /// Writes all numbers of an array.
  func store(_ values: [Double], at: Int, stride: Int = 1) {
    values.withElements { store($0, at: at, stride: stride, count: $0.count) }
  }

  /// Writes all numbers of an array.
  func store(_ values: [Int], at: Int, stride: Int = 1) {
    values.withElements { store($0, at: at, stride: stride, count: $0.count) }
  }

  @inline(__always)
  private func put<Stored: BitwiseCopyable, Given>(
    _: Stored.Type, _ values: Elements<Given>, _ at: Int, _ stride: Int, _ count: Int,
    _ convert: (Given) -> Stored
  ) {
    let target = writable().viewed(as: Stored.self)
    for i in 0..<count { target[at + i * stride] = convert(values[i]) }
  }
}
