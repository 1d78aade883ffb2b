internal import PythonRuntime
internal import Twister

/// Numbers as CPython's `random` makes them of the words.
extension MersenneTwister {
  /// So many random bits, at most 64.
  mutating func bits(_ count: Int) -> UInt64 {
    if count <= 32 { return count == 0 ? 0 : UInt64(word() >> UInt32(32 - count)) }
    let low = UInt64(word())
    return low | UInt64(word() >> UInt32(64 - count)) << 32
  }

  /// A number below the limit, each as likely.
  mutating func below(_ limit: Int) -> Int {
    let width = Int.bitWidth - limit.leadingZeroBitCount
    while true {
      let drawn = bits(width)
      if drawn < UInt64(limit) { return Int(drawn) }
    }
  }
}
