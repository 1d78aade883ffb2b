/// `SeedSequence`: a seed of which any number of others can be made, each with a stream of its own.
package final class SeedLineage {
  /// The words of the seed that a program gave.
  package let entropy: [UInt32]
  /// The numbers of the children on the way from that seed to this one.
  package let key: [UInt32]
  /// How many children were made.
  package private(set) var children = 0

  /// A seed that came from a program, or the child of one.
  package init(entropy: [UInt32], key: [UInt32] = []) { (self.entropy, self.key) = (entropy, key) }

  /// The words that a stream begins with: a child's number stands behind four of the seed's.
  var words: [UInt32] {
    guard !key.isEmpty else { return entropy }
    let missing = max(0, 4 - entropy.count)
    return entropy + [UInt32](repeating: 0, count: missing) + key
  }

  /// The next children, other ones each time.
  package func spawn(_ count: Int) throws(ArrayError) -> [SeedLineage] {
    _ = try ArrayLimit.count(of: [count], dtype: .int64)
    let first = children
    children += count
    return (first..<children).map {
      SeedLineage(entropy: entropy, key: key + [UInt32(truncatingIfNeeded: $0)])
    }
  }

  /// So many words of 32 bits, or of 64.
  package func state(_ count: Int, isWide: Bool) throws(ArrayError) -> NumericArray {
    _ = try ArrayLimit.count(of: [count], dtype: .uint64)
    let wide = SeedSequence(words).words(isWide ? count : (count + 1) / 2)
    guard !isWide else {
      return try NumericArray(integers: wide.map { Int(bitPattern: UInt($0)) }, dtype: .uint64)
    }
    let halves = wide.flatMap { [Int($0 & 0xFFFF_FFFF), Int($0 >> 32)] }
    return try NumericArray(integers: Array(halves.prefix(count)), dtype: .uint32)
  }
}
