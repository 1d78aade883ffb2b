/// MT19937, seeded and read as the legacy `numpy.random` does, so that its streams are the same.
///
/// Source: Matsumoto and Nishimura, "Mersenne Twister", 1998.
public struct MersenneTwister: Sendable {
  private var state: [UInt32]
  private var next: Int

  /// The state that an integer seeds.
  public init(seed: UInt32) {
    state = [seed]
    state.reserveCapacity(624)
    for index in 1..<624 {
      let last = state[index - 1]
      state.append(1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(index))
    }
    next = 624
  }

  /// 32 random bits.
  public mutating func word() -> UInt32 {
    if next == 624 { twist() }
    var word = state[next]
    next += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9d2c_5680
    word ^= (word << 15) & 0xefc6_0000
    return word ^ (word >> 18)
  }

  private mutating func twist() {
    for index in 0..<624 {
      let mixed = (state[index] & 0x8000_0000) | (state[(index + 1) % 624] & 0x7fff_ffff)
      state[index] =
        state[(index + 397) % 624] ^ (mixed >> 1) ^ (mixed & 1 == 1 ? 0x9908_b0df : 0)
    }
    next = 0
  }

  /// A number in `[0, 1)` of 53 bits.
  public mutating func unit() -> Double {
    let high = Double(word() >> 5)
    return (high * 67_108_864 + Double(word() >> 6)) / 9_007_199_254_740_992
  }

  /// A number from 0 to `limit`, by refusing what a mask lets through above it.
  public mutating func bounded(_ limit: UInt64) -> UInt64 {
    if limit == 0 { return 0 }
    let mask = UInt64.max >> UInt64(limit.leadingZeroBitCount)
    while true {
      let bits =
        limit <= UInt64(UInt32.max)
        ? UInt64(word()) : (UInt64(word()) << 32) | UInt64(word())
      if bits & mask <= limit { return bits & mask }
    }
  }
}
