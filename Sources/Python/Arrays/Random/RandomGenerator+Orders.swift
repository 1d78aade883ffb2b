extension RandomGenerator {
  /// The numbers below `count` in random order.
  package func permutation(_ count: Int) throws(ArrayError) -> [Int] {
    _ = try ArrayLimit.count(of: [count], dtype: .int64)
    var order = Array(0..<count)
    for place in order.indices.dropFirst().reversed() {
      order.swapAt(place, Int(masked(UInt64(place))))
    }
    return order
  }

  /// Puts an axis into random order, in place.
  package func shuffle(_ array: NumericArray, axis: Int = 0) throws(ArrayError) {
    guard array.ndim > 0 else { throw .type("len() of unsized object") }
    let order = try permutation(array.shape[axis])
    let taken = try array.taking(NumericArray(integers: order), axis: axis)
    try array.assign(taken)
  }

  /// Swaps each place from the last one down to `first` with one at or below it.
  func shuffle(_ order: inout [Int], from first: Int) {
    for place in (first..<max(first, order.count)).reversed() {
      order.swapAt(place, Int(bounded(UInt64(place))))
    }
  }
}
