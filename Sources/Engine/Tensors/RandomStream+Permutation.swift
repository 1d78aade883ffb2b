extension RandomStream {
  /// The numbers `0..<count` in random order (Fisher and Yates, in Durstenfeld's form).
  public func permutation(count: Int) -> [Int] {
    var order = Array(0..<count)
    guard count > 1 else { return order }
    for last in stride(from: count - 1, to: 0, by: -1) {
      let bits = words(at: UInt64(last))
      let word = UInt64(bits.x) << 32 | UInt64(bits.y)
      // The upper half of a 64 by 64 product; its bias is below count / 2^64.
      let other = Int(word.multipliedFullWidth(by: UInt64(last + 1)).high)
      order.swapAt(last, other)
    }
    return order
  }
}
