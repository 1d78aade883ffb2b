public import Memory

/// Random numbers that are a function of (seed, stream, index): whoever asks, in whatever order.
///
/// The generator is ``Philox``; the seed is its key, the stream is the upper half of its counter.
/// Give each purpose (a weight, an epoch's shuffle, a dropout mask) a stream of its own.
public struct RandomStream: Hashable, Sendable {
  /// What a lesson gives.
  public let seed: UInt64
  /// Which of the seed's streams; each is independent of the others.
  public let stream: UInt64

  /// A stream of numbers from its beginning.
  public init(seed: UInt64, stream: UInt64) {
    self.seed = seed
    self.stream = stream
  }

  /// The 128 bits at `index`.
  public func words(at index: UInt64) -> SIMD4<UInt32> {
    Philox.words(
      counter: SIMD4(
        UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index >> 32),
        UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32)),
      key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
  }

  /// The number at `index`, uniform over the multiples of 2^-24 in `[0, 1)`.
  ///
  /// Four indices share the 128 bits at `index / 4`.
  public func uniform(at index: UInt64) -> Float {
    Self.unit(words(at: index / 4)[Int(index % 4)])
  }

  /// `count` numbers from `index` on, uniform in `[0, 1)`.
  public func uniform(count: Int, from index: UInt64 = 0) -> [Float] {
    [Float](filling: count) { fillUniform($0, from: index) }
  }

  /// Fills memory with the numbers from `index` on, uniform in `[0, 1)`.
  public func fillUniform(_ values: MutableElements<Float>, from index: UInt64 = 0) {
    var (block, bits) = (UInt64.max, SIMD4<UInt32>())
    for offset in values.indices {
      let position = index + UInt64(offset)
      if position / 4 != block {
        block = position / 4
        bits = words(at: block)
      }
      values[offset] = Self.unit(bits[Int(position % 4)])
    }
  }

  /// `count` numbers, uniform in `[lower, upper)` but for rounding.
  public func uniform(count: Int, in range: Range<Float>) -> [Float] {
    uniform(count: count).map {
      range.lowerBound.addingProduct($0, range.upperBound - range.lowerBound)
    }
  }

  private static func unit(_ word: UInt32) -> Float { Float(word >> 8) * 0x1p-24 }
}
