/// What an elementwise chain makes of each of the 256 bytes: of `reals` and `integers` one is used.
struct LookupTable {
  var reals: [Double] = []
  var integers: [Int] = []

  /// The values of a byte's bits as elements of a one-byte dtype.
  static func identity(of dtype: DType) -> LookupTable {
    LookupTable(integers: (0..<256).map { dtype == .int8 ? Int(Int8(truncatingIfNeeded: $0)) : $0 })
  }

  /// The value for a byte as a real number.
  func real(_ byte: UInt8) -> Double {
    reals.isEmpty ? Double(integers[Int(byte)]) : reals[Int(byte)]
  }

  /// The value for a byte as an integer, truncated toward zero.
  func integer(_ byte: UInt8) -> Int {
    reals.isEmpty ? integers[Int(byte)] : wrapped(reals[Int(byte)])
  }
}

/// A real number as an integer the way a C cast on x86 gives it: NaN and what is too large become
/// the smallest integer.
func wrapped(_ value: Double) -> Int { Int(exactly: value.rounded(.towardZero)) ?? Int.min }
