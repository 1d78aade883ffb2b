package import Twister

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The random numbers of one generator: NumPy's legacy stream, or that of `default_rng`.
///
/// Uniform numbers, integers, permutations and choices are NumPy's own for the same seed, and with
/// the legacy stream normal numbers too. Normal numbers of `default_rng` are a stream of our own:
/// the polar method over its uniform numbers.
package final class RandomGenerator {
  /// The two algorithms.
  package enum Engine: Sendable {
    case legacy(MersenneTwister)
    case modern(PermutedCongruential)
  }

  private var engine: Engine
  private var spareNormal: Double?

  /// The generator of `numpy.random.seed` and `RandomState`.
  package init(legacySeed seed: UInt32) { engine = .legacy(MersenneTwister(seed: seed)) }

  /// The generator of `default_rng`.
  package init(seed: UInt64) { engine = .modern(PermutedCongruential(seed: seed)) }

  /// Whether this is the legacy stream.
  package var isLegacy: Bool { if case .legacy = engine { true } else { false } }

  /// Starts over from another seed.
  package func reseed(_ seed: UInt32) {
    engine = .legacy(MersenneTwister(seed: seed))
    spareNormal = nil
  }

  /// A number in `[0, 1)`.
  package func unit() -> Double {
    switch engine {
    case .legacy(var twister):
      // Taken out and put back, so that the state is not copied.
      engine = .modern(Self.placeholder)
      defer { engine = .legacy(twister) }
      return twister.unit()
    case .modern(var generator):
      defer { engine = .modern(generator) }
      return generator.unit()
    }
  }

  /// A number from 0 to `limit`.
  package func bounded(_ limit: UInt64) -> UInt64 {
    switch engine {
    case .legacy(var twister):
      engine = .modern(Self.placeholder)
      defer { engine = .legacy(twister) }
      return twister.bounded(limit)
    case .modern(var generator):
      defer { engine = .modern(generator) }
      return generator.bounded(limit)
    }
  }

  /// A number from 0 to `limit` for shuffling, which both algorithms draw by mask and refusal.
  func interval(_ limit: UInt64) -> UInt64 {
    guard case .modern(var generator) = engine else { return bounded(limit) }
    defer { engine = .modern(generator) }
    return generator.masked(limit)
  }

  private static let placeholder = PermutedCongruential(seed: 0)

  /// A normal number of mean 0 and deviation 1, by the polar method.
  package func normal() -> Double {
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
}
