package import Twister

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The random numbers of one generator: NumPy's legacy stream, or that of `default_rng`.
///
/// For the same seed and the same calls both give NumPy's own numbers, and stand at the same place of the stream after
/// each call.
package final class RandomGenerator {
  /// The legacy stream, where this is one.
  var twister: MersenneTwister?
  /// The stream of `default_rng`, where this is one.
  var permuted: PermutedCongruential
  /// The second number of a pair that the polar method made.
  var spareNormal: Double?

  /// The generator of `numpy.random.seed` and `RandomState`.
  package convenience init(legacySeed seed: UInt32) {
    self.init(twister: MersenneTwister(seed: seed))
  }

  /// The generator of `RandomState` that goes on where a twister stands.
  package init(twister: MersenneTwister) {
    (self.twister, permuted) = (twister, Self.unused)
  }

  /// What seeded the generator of `default_rng`; nil for the legacy stream.
  package private(set) var seeds: SeedLineage?

  /// The generator of `default_rng`, from the words of what seeds it.
  package convenience init(entropy: [UInt32]) { self.init(seeds: SeedLineage(entropy: entropy)) }

  /// The generator of `default_rng` of a `SeedSequence`.
  package init(seeds: SeedLineage) {
    permuted = PermutedCongruential(entropy: seeds.words)
    self.seeds = seeds
  }

  /// The generator of `default_rng(seed)`.
  package convenience init(seed: UInt64) {
    let words = [UInt32(truncatingIfNeeded: seed), UInt32(seed >> 32)]
    self.init(entropy: words[1] == 0 ? [words[0]] : words)
  }

  private static let unused = PermutedCongruential(entropy: [0])

  /// Whether this is the legacy stream.
  package var isLegacy: Bool { twister != nil }

  /// Starts the legacy stream over.
  package func restart(_ twister: MersenneTwister, spareNormal: Double? = nil) {
    (self.twister, self.spareNormal) = (twister, spareNormal)
  }

  /// The legacy stream's place, and the normal number that it keeps.
  package var state: (twister: MersenneTwister, spareNormal: Double?)? {
    twister.map { ($0, spareNormal) }
  }

  /// 32 random bits.
  package func word() -> UInt32 { twister?.word() ?? permuted.word() }

  /// 64 random bits.
  func bits() -> UInt64 {
    guard twister != nil else { return permuted.bits() }
    return UInt64(word()) << 32 | UInt64(word())
  }

  /// A number in `[0, 1)`.
  package func unit() -> Double { twister?.unit() ?? permuted.unit() }

  /// A number in `[0, 1)` in single precision, of 24 bits.
  package func single() -> Float { permuted.single() }

  /// A normal number in single precision.
  package func singleNormal() -> Float { permuted.singleNormal() }

  /// A normal number of mean 0 and deviation 1: by the polar method in the legacy stream, by the
  /// ziggurat in the other.
  package func normal() -> Double { isLegacy ? polar() : permuted.normal() }

  /// An exponential number of scale 1.
  package func exponential() -> Double { isLegacy ? -log(1 - unit()) : permuted.exponential() }

  private func polar() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    while true {
      let (x, y) = (2 * unit() - 1, 2 * unit() - 1)
      let radius = x * x + y * y
      if radius < 1, radius != 0 {
        let factor = (-2 * log(radius) / radius).squareRoot()
        spareNormal = factor * x
        return factor * y
      }
    }
  }

  /// An array of numbers that `next` makes one after the other.
  package func array(
    _ shape: [Int], dtype: DType = .float64, _ next: (RandomGenerator) -> Double
  ) throws(ArrayError) -> NumericArray {
    let count = try ArrayLimit.count(of: shape, dtype: dtype)
    var values: [Double] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(next(self)) }
    return try NumericArray(reals: values, shape: shape, dtype: dtype)
  }
}
