internal import Memory

/// Sums as NumPy rounds them: eight running sums in blocks of up to 128, halves added above that.
enum PairwiseSum<Number: BinaryFloatingPoint> {
  /// The sum of `count` numbers, which `load` copies a block at a time.
  static func sum(
    _ count: Int, from start: Int = 0,
    _ load: (_ start: Int, _ count: Int, _ out: MutableElements<Double>) -> Void
  ) -> Number {
    withSpareElements(of: Double.self, count: 128) { sum(count, start, load, $0) }
  }

  private static func sum(
    _ count: Int, _ start: Int, _ load: (Int, Int, MutableElements<Double>) -> Void,
    _ block: MutableElements<Double>
  ) -> Number {
    if count <= 128 {
      load(start, count, block)
      return leaf(block, count)
    }
    let half = count / 2 - (count / 2) % 8
    let first = sum(half, start, load, block)
    return first + sum(count - half, start + half, load, block)
  }

  private static func leaf(_ block: MutableElements<Double>, _ count: Int) -> Number {
    func at(_ index: Int) -> Number { Number(block[index]) }
    if count < 8 { return (0..<count).reduce(-0.0) { $0 + at($1) } }
    var (r0, r1, r2, r3) = (at(0), at(1), at(2), at(3))
    var (r4, r5, r6, r7) = (at(4), at(5), at(6), at(7))
    let whole = count - count % 8
    for i in stride(from: 8, to: whole, by: 8) {
      r0 += at(i)
      r1 += at(i + 1)
      r2 += at(i + 2)
      r3 += at(i + 3)
      r4 += at(i + 4)
      r5 += at(i + 5)
      r6 += at(i + 6)
      r7 += at(i + 7)
    }
    var result = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7))
    for i in whole..<count { result += at(i) }
    return result
  }
}
