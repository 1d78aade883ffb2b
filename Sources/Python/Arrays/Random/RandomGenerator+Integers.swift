extension RandomGenerator {
  /// Integers from `low` up to but without `high`.
  package func integers(
    _ low: Int, _ high: Int, _ shape: [Int], dtype: DType = .int64
  ) throws(ArrayError) -> NumericArray {
    guard low < high else { throw .value("low >= high") }
    return try integers(from: [low], through: [high - 1], shape, dtype: dtype)
  }

  /// Integers between bounds that are one for all, or one for each.
  package func integers(
    from lowest: [Int], through highest: [Int], _ shape: [Int], dtype: DType
  ) throws(ArrayError) -> NumericArray {
    for (low, high) in zip(lowest, highest) {
      if let range = dtype == .bool ? 0...1 : dtype.integerRange {
        if low < range.lowerBound { throw .value("low is out of bounds for \(dtype.rawValue)") }
        if high > range.upperBound { throw .value("high is out of bounds for \(dtype.rawValue)") }
      }
      guard low <= high else { throw .value("low >= high") }
    }
    let count = try ArrayLimit.count(of: shape, dtype: .int64)
    var words = SmallWords(width: dtype == .bool ? 1 : min(8 * dtype.size, 32))
    var values: [Int] = []
    values.reserveCapacity(count)
    for place in 0..<count {
      let low = lowest[lowest.count == 1 ? 0 : place]
      let high = highest[highest.count == 1 ? 0 : place]
      let limit = UInt64(bitPattern: Int64(high &- low))
      let drawn = dtype.size < 4 ? small(limit, dtype, &words) : bounded(limit)
      values.append(low &+ Int(truncatingIfNeeded: drawn))
    }
    return try NumericArray(integers: values, shape: shape, dtype: dtype)
  }

  /// A number from 0 to `limit`: by mask and refusal in the legacy stream, by Lemire's method, which
  /// refuses hardly any, in the other.
  package func bounded(_ limit: UInt64) -> UInt64 {
    if isLegacy { return masked(limit) }
    if limit == 0 { return 0 }
    if limit == .max { return bits() }
    if limit == UInt64(UInt32.max) { return UInt64(word()) }
    if limit > UInt64(UInt32.max) { return scaled(limit + 1) }
    var none = SmallWords(width: 32)
    return UInt64(scaled(UInt32(limit) + 1, width: 32, &none))
  }

  /// A number from 0 to `limit`, by refusing what a mask lets through above it.
  func masked(_ limit: UInt64) -> UInt64 {
    if limit == 0 { return 0 }
    let mask = UInt64.max >> UInt64(limit.leadingZeroBitCount)
    while true {
      let value = (limit <= UInt64(UInt32.max) ? UInt64(word()) : bits()) & mask
      if value <= limit { return value }
    }
  }

  /// A number from 0 to `limit` of a dtype of 8 or 16 bits, or of one bit.
  private func small(_ limit: UInt64, _ dtype: DType, _ words: inout SmallWords) -> UInt64 {
    if limit == 0 { return 0 }
    if dtype == .bool { return UInt64(words.next(self)) }
    let (limit, width) = (UInt32(limit), UInt32(8 * dtype.size))
    if limit == 1 << width - 1 { return UInt64(words.next(self)) }
    if !isLegacy { return UInt64(scaled(limit + 1, width: width, &words)) }
    let mask = UInt32.max >> UInt32(limit.leadingZeroBitCount)
    while true {
      let value = words.next(self) & mask
      if value <= limit { return UInt64(value) }
    }
  }

  /// A number below `count`: the upper half of its product with a word of so many bits.
  private func scaled(_ count: UInt32, width: UInt32, _ words: inout SmallWords) -> UInt32 {
    let (count, lower) = (UInt64(count), UInt64(1) << UInt64(width) - 1)
    var product = UInt64(width == 32 ? word() : words.next(self)) * count
    if product & lower < count {
      let refused = (lower + 1 - count) % count
      while product & lower < refused {
        product = UInt64(width == 32 ? word() : words.next(self)) * count
      }
    }
    return UInt32(product >> UInt64(width))
  }

  private func scaled(_ count: UInt64) -> UInt64 {
    var product = bits().multipliedFullWidth(by: count)
    if product.low < count {
      let refused = (0 &- count) % count
      while product.low < refused { product = bits().multipliedFullWidth(by: count) }
    }
    return product.high
  }
}
