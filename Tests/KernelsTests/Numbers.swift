/// Reproducible numbers between -1 and 1 that no kernel made.
struct Numbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A multiplicative congruential sequence (Steele and Vigna 2022).
  mutating func next() -> Float {
    state = state &* 0xD134_2543_DE82_EF95 &+ 1
    return Float(Int32(truncatingIfNeeded: state >> 33) >> 8) * 0x1p-22 - 1
  }

  /// `count` numbers with the slack behind them that kernels need.
  mutating func padded(_ count: Int) -> [Float] {
    (0..<count).map { _ in next() } + [Float](repeating: 0, count: 16)
  }
}
