internal import Memory

extension ArrayStorage {
  /// Reads `count` elements, `stride` apart from element `from` on, as real numbers.
  func load(_ out: MutableElements<Double>, from: Int, stride: Int, count: Int) {
    checkBounds(from, stride, count)
    if let table {
      let bytes = buffer.bytes[start...]
      for i in 0..<count { out[i] = table.real(bytes[from + i * stride]) }
      return
    }
    switch dtype {
    case .float64: copy(Double.self, out, from, stride, count) { $0 }
    case .float32: copy(Float.self, out, from, stride, count) { Double($0) }
    case .bool, .uint8: copy(UInt8.self, out, from, stride, count) { Double($0) }
    case .int8: copy(Int8.self, out, from, stride, count) { Double($0) }
    case .int16: copy(Int16.self, out, from, stride, count) { Double($0) }
    case .int32: copy(Int32.self, out, from, stride, count) { Double($0) }
    case .uint16: copy(UInt16.self, out, from, stride, count) { Double($0) }
    case .uint32: copy(UInt32.self, out, from, stride, count) { Double($0) }
    case .int64, .uint64: copy(Int.self, out, from, stride, count) { Double($0) }
    }
  }

  /// Reads `count` elements, `stride` apart from element `from` on, as integers.
  func load(_ out: MutableElements<Int>, from: Int, stride: Int, count: Int) {
    checkBounds(from, stride, count)
    if let table {
      let bytes = buffer.bytes[start...]
      for i in 0..<count { out[i] = table.integer(bytes[from + i * stride]) }
      return
    }
    switch dtype {
    case .float64: copy(Double.self, out, from, stride, count) { wrapped($0) }
    case .float32: copy(Float.self, out, from, stride, count) { wrapped(Double($0)) }
    case .bool, .uint8: copy(UInt8.self, out, from, stride, count) { Int($0) }
    case .int8: copy(Int8.self, out, from, stride, count) { Int($0) }
    case .int16: copy(Int16.self, out, from, stride, count) { Int($0) }
    case .int32: copy(Int32.self, out, from, stride, count) { Int($0) }
    case .uint16: copy(UInt16.self, out, from, stride, count) { Int($0) }
    case .uint32: copy(UInt32.self, out, from, stride, count) { Int($0) }
    case .int64, .uint64: copy(Int.self, out, from, stride, count) { $0 }
    }
  }

  @inline(__always)
  private func copy<Stored: BitwiseCopyable, Loaded>(
    _: Stored.Type, _ out: MutableElements<Loaded>, _ from: Int, _ stride: Int, _ count: Int,
    _ convert: (Stored) -> Loaded
  ) {
    let source = buffer.bytes.viewed(as: Stored.self)
    if stride == 1 {
      for i in 0..<count { out[i] = convert(source[from + i]) }
    } else {
      for i in 0..<count { out[i] = convert(source[from + i * stride]) }
    }
  }

  /// Our own mistakes must not reach memory that is not ours.
  func checkBounds(_ first: Int, _ stride: Int, _ length: Int) {
    let last = first + (length - 1) * stride
    precondition(
      length <= 0 || (min(first, last) >= 0 && max(first, last) < count),
      "elements \(first) to \(last) of a storage of \(count)")
  }
}
