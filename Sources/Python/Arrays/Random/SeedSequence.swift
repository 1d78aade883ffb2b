/// Spreads the words of a seed over many well-mixed ones, as NumPy's `SeedSequence` does.
struct SeedSequence {
  private var pool: [UInt32] = []
  private var hash: UInt32 = 0x43b0_d7e5

  init(_ entropy: [UInt32]) {
    for place in 0..<4 { pool.append(hashed(place < entropy.count ? entropy[place] : 0)) }
    for source in 0..<4 {
      for target in 0..<4 where source != target { mix(hashed(pool[source]), into: target) }
    }
    for word in entropy.dropFirst(4) {
      for target in 0..<4 { mix(hashed(word), into: target) }
    }
  }

  private mutating func hashed(_ word: UInt32) -> UInt32 {
    let mixed = word ^ hash
    hash = hash &* 0x931e_8875
    let product = mixed &* hash
    return product ^ (product >> 16)
  }

  private mutating func mix(_ word: UInt32, into place: Int) {
    let result = 0xca01_f9dd &* pool[place] &- 0x4973_f715 &* word
    pool[place] = result ^ (result >> 16)
  }

  /// The first 64-bit words of the state that is derived from the seed.
  func words(_ count: Int) -> [UInt64] {
    var factor: UInt32 = 0x8b51_f9dd
    var halves: [UInt64] = []
    for place in 0..<(2 * count) {
      var word = pool[place % 4] ^ factor
      factor = factor &* 0x58f3_8ded
      word = word &* factor
      halves.append(UInt64(word ^ (word >> 16)))
    }
    return (0..<count).map { halves[2 * $0] | halves[2 * $0 + 1] << 32 }
  }
}
