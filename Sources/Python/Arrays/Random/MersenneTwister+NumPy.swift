package import Twister

extension MersenneTwister {
  /// A number from 0 to `limit` as the legacy `numpy.random` makes it: what a mask lets through above it is
  /// refused.
  package mutating func bounded(_ limit: UInt64) -> UInt64 {
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
