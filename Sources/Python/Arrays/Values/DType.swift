/// What an array's elements are, named and promoted as NumPy 2 does.
///
/// `uint64` is what sums of unsigned integers give; its values stay below 2^63 here.
package enum DType: String, CaseIterable, Sendable {
  case bool, int8, int16, int32, int64, uint8, uint16, uint32, uint64, float32, float64

  /// Bytes of one element.
  package var size: Int {
    switch self {
    case .bool, .int8, .uint8: 1
    case .int16, .uint16: 2
    case .int32, .uint32, .float32: 4
    case .int64, .uint64, .float64: 8
    }
  }

  /// Whether elements are IEEE 754 numbers.
  package var isFloating: Bool { self == .float32 || self == .float64 }

  /// Whether elements are integers that are never negative; booleans are none.
  package var isUnsigned: Bool {
    switch self {
    case .uint8, .uint16, .uint32, .uint64: true
    default: false
    }
  }

  /// Whether elements are integers in two's complement.
  package var isSigned: Bool {
    switch self {
    case .int8, .int16, .int32, .int64: true
    default: false
    }
  }

  /// Whether elements are integers; booleans are none.
  package var isInteger: Bool { isSigned || isUnsigned }

  /// NumPy's letter for the family: `b`, `i`, `u` or `f`.
  package var kind: Character {
    self == .bool ? "b" : isSigned ? "i" : isUnsigned ? "u" : "f"
  }

  /// The smallest and the largest integer that an element can hold; nil for floats and booleans.
  package var integerRange: ClosedRange<Int>? {
    guard isInteger else { return nil }
    if size == 8 { return isSigned ? Int.min...Int.max : 0...Int.max }
    let bits = size * 8
    return isSigned ? (-(1 << (bits - 1)))...((1 << (bits - 1)) - 1) : 0...((1 << bits) - 1)
  }
}
