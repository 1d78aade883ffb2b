/// Words of fewer than 32 bits, cut from 32-bit draws lowest first, as NumPy draws small integers.
///
/// One call of the program has one of these: what is left of its last draw is not used by the next call.
struct SmallWords {
  private let width: UInt32
  private var rest: UInt32 = 0
  private var left = 0

  init(width: Int) { self.width = UInt32(width) }

  /// The next word.
  mutating func next(_ generator: RandomGenerator) -> UInt32 {
    if left == 0 {
      (rest, left) = (generator.word(), 32 / Int(width) - 1)
    } else {
      rest >>= width
      left -= 1
    }
    return rest & (1 << width - 1)
  }
}
