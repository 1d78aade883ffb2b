#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension NumericArray {
  /// Rounded to decimals, halves to even, by scaling as NumPy does.
  package func rounded(_ decimals: Int = 0) throws(ArrayError) -> NumericArray {
    let dtype = dtype
    let factor = pow(10, Double(decimals.magnitude))
    if dtype == .bool, decimals != 0 {
      throw ArrayError(
        .ufuncTypeError,
        "Cannot cast ufunc 'multiply' output from dtype('float64') to dtype('bool') with casting "
          + "rule 'same_kind'")
    }
    if !dtype.isFloating {
      guard decimals < 0 else { return try copy() }
      return try mapped(
        compute: .float64, result: dtype,
        real: { ($0 / factor).rounded(.toNearestOrEven) * factor }, integer: nil)
    }
    return try mapped(
      compute: dtype, result: dtype,
      real: { value in
        decimals >= 0
          ? dtype.rounded(dtype.rounded(value * factor).rounded(.toNearestOrEven)) / factor
          : dtype.rounded(value / factor).rounded(.toNearestOrEven) * factor
      }, integer: nil)
  }

  /// Elements limited to a range; nil leaves an end open.
  package func clipped(_ low: Operand?, _ high: Operand?) throws(ArrayError) -> NumericArray {
    var result = self
    if let low { result = try BinaryFunction.maximum(.array(result), low) }
    if let high { result = try BinaryFunction.minimum(.array(result), high) }
    return result
  }

  /// `~x`: the bits of integers, or the truth of booleans, the other way round.
  package func inverted() throws(ArrayError) -> NumericArray {
    guard !dtype.isFloating else {
      throw .type(
        "ufunc 'invert' not supported for the input types, and the inputs could not be safely "
          + "coerced to any supported types according to the casting rule ''safe''")
    }
    let isBool = dtype == .bool
    return try mapped(
      compute: dtype, result: dtype, real: { $0 }, integer: { isBool ? ($0 == 0 ? 1 : 0) : ~$0 })
  }
}
