internal import Tensors

/// The random numbers of one example, in the order in which they are asked for.
struct DigitDraws {
  private let stream: RandomStream
  private var words = SIMD4<UInt32>()
  private var position: UInt64 = 0

  /// The numbers of the example `index`, which depend on nothing else.
  init(index: Int) {
    // "digits" in ASCII: no notebook's seed is likely to be the same.
    stream = RandomStream(seed: 0x6469_6769_7473, stream: UInt64(index))
  }

  private mutating func word() -> UInt32 {
    let lane = Int(position % 4)
    if lane == 0 { words = stream.words(at: position / 4) }
    position += 1
    return words[lane]
  }

  /// A number in `0..<count`; its bias is below count / 2^32.
  mutating func number(below count: Int) -> Int {
    Int((UInt64(word()) * UInt64(count)) >> 32)
  }

  /// A number uniform in `[lower, upper)` but for rounding.
  mutating func uniform(_ lower: Float, _ upper: Float) -> Float {
    lower + Float(word() >> 8) * 0x1p-24 * (upper - lower)
  }

  /// A number around zero, the middle likelier than the ends, at most `reach` either way.
  ///
  /// The sum of three uniform ones: a bell with a deviation of a third of `reach`.
  mutating func around(_ reach: Float) -> Float {
    let sum = uniform(-1, 1) + uniform(-1, 1) + uniform(-1, 1)
    return sum * reach * (1 / 3)
  }
}
