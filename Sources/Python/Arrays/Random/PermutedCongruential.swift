/// PCG64 (XSL-RR) seeded through NumPy's `SeedSequence`, the generator behind `default_rng`.
///
/// Source: O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms",
/// 2014; the seeding follows NumPy's documented `SeedSequence`.
package struct PermutedCongruential: Sendable {
  private var state: UInt128
  private let increment: UInt128
  private var spareWord: UInt32?

  private static let multiplier: UInt128 = 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645

  /// The state that the words of an integer, or of several, seed.
  package init(entropy: [UInt32]) {
    let words = SeedSequence(entropy).words(4)
    func wide(_ high: UInt64, _ low: UInt64) -> UInt128 { UInt128(high) << 64 | UInt128(low) }
    increment = wide(words[2], words[3]) << 1 | 1
    state = (increment &+ wide(words[0], words[1])) &* Self.multiplier &+ increment
  }

  /// 64 random bits.
  package mutating func bits() -> UInt64 {
    state = state &* Self.multiplier &+ increment
    let mixed = UInt64(truncatingIfNeeded: state >> 64) ^ UInt64(truncatingIfNeeded: state)
    let turn = UInt64(truncatingIfNeeded: state >> 122)
    return (mixed >> turn) | (mixed << ((64 &- turn) & 63))
  }

  /// 32 random bits: the lower half of 64, then the upper one.
  mutating func word() -> UInt32 {
    if let word = spareWord {
      spareWord = nil
      return word
    }
    let both = bits()
    spareWord = UInt32(truncatingIfNeeded: both >> 32)
    return UInt32(truncatingIfNeeded: both)
  }

  /// A number in `[0, 1)` of 53 bits.
  package mutating func unit() -> Double { Double(bits() >> 11) / 9_007_199_254_740_992 }

  /// A number in `[0, 1)` of 24 bits.
  mutating func single() -> Float { Float(word() >> 8) / 16_777_216 }
}
