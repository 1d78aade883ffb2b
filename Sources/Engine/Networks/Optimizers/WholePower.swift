/// Powers with whole exponents.
enum WholePower {
  /// By squaring, in double precision: the same bits on every platform, unlike `pow`.
  static func of(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}
