/// Choices that a fuzzer's bytes make; where they have ended, always the first one.
struct Choices {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether every choice that follows is the first one.
  var hasEnded: Bool { place >= bytes.count }

  /// A number from 0 to below `count`.
  mutating func below(_ count: Int) -> Int {
    guard count > 1 else { return 0 }
    return (count > 256 ? Int(byte()) << 8 + Int(byte()) : Int(byte())) % count
  }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

  /// True once in `odds` times.
  mutating func happens(onceIn odds: Int) -> Bool { below(odds) == odds - 1 }

  /// All bytes that no choice was made of.
  mutating func rest() -> [UInt8] {
    defer { place = bytes.count }
    return Array(bytes[min(place, bytes.count)...])
  }

  private mutating func byte() -> UInt8 {
    guard place < bytes.count else { return 0 }
    defer { place += 1 }
    return bytes[place]
  }
}

/// Reproducible bytes for seeds, by a multiplicative congruential sequence (Steele and Vigna 2022).
public struct SeedBytes {
  private var state: UInt64

  /// Bytes that depend on the seed alone.
  public init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// The next bytes of the sequence.
  public mutating func take(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in
      state = state &* 0xD134_2543_DE82_EF95 &+ 1
      return UInt8(truncatingIfNeeded: state >> 40)
    }
  }

  /// The plainest input, and some of random bytes.
  static func seeds(_ count: Int, _ number: UInt64, step: Int = 3) -> [[UInt8]] {
    var random = SeedBytes(number)
    return [[0]] + (1..<max(count, 2)).map { random.take($0 * step) }
  }
}
