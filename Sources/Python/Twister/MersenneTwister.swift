/// MT19937: a stream of 32-bit words.
///
/// Source: Matsumoto and Nishimura, "Mersenne Twister", 1998.
package struct MersenneTwister: Sendable {
  /// The 624 words from which the next ones are made.
  package private(set) var state: [UInt32]
  /// How many of them are used up.
  package private(set) var next = 624

  /// The generator at a place that another one stood at; nil where there is no such place.
  package init?(state: [UInt32], next: Int) {
    guard state.count == 624, (0...624).contains(next) else { return nil }
    (self.state, self.next) = (state, next)
  }

  /// The state that one word seeds, as NumPy's legacy generators are.
  package init(seed: UInt32) {
    state = [seed]
    state.reserveCapacity(624)
    for index in 1..<624 {
      let last = state[index - 1]
      state.append(1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(index))
    }
  }

  /// The state that the words of an integer seed, lowest first, as Python's `random` is.
  package init(words: [UInt32]) {
    self.init(seed: 19_650_218)
    let key = words.isEmpty ? [0] : words
    var (i, j) = (1, 0)
    func mixed(_ factor: UInt32) -> UInt32 {
      state[i] ^ (state[i - 1] ^ (state[i - 1] >> 30)) &* factor
    }
    func advance(_ value: UInt32) {
      state[i] = value
      i += 1
      if i == 624 {
        state[0] = state[623]
        i = 1
      }
    }
    for _ in 0..<max(624, key.count) {
      advance(mixed(1_664_525) &+ key[j] &+ UInt32(j))
      j = (j + 1) % key.count
    }
    for _ in 0..<623 { advance(mixed(1_566_083_941) &- UInt32(i)) }
    state[0] = 0x8000_0000
  }

  /// 32 random bits.
  package mutating func word() -> UInt32 {
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
  package mutating func unit() -> Double {
    let high = Double(word() >> 5)
    return (high * 67_108_864 + Double(word() >> 6)) / 9_007_199_254_740_992
  }
}
