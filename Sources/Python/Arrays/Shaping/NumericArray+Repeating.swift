extension NumericArray {
  /// The whole array repeated along its axes.
  package func tiled(_ repetitions: [Int]) throws(ArrayError) -> NumericArray {
    let rank = max(ndim, repetitions.count)
    let counts = [Int](repeating: 1, count: rank - repetitions.count) + repetitions
    let extents = [Int](repeating: 1, count: rank - ndim) + shape
    let source = try reshaped(extents.flatMap { [1, $0] })
    var product: [Int] = []
    for (count, extent) in zip(counts, extents) {
      let (length, overflow) = count.multipliedReportingOverflow(by: extent)
      if overflow { throw .value("array is too big") }
      product.append(length)
    }
    _ = try ArrayLimit.count(of: product, dtype: dtype)
    return try source.broadcast(to: zip(counts, extents).flatMap { [$0, $1] }).copy()
      .reshaped(product)
  }

  /// Each element `count` times, along an axis or of the raveled array.
  package func repeated(_ counts: [Int], axis: Int? = nil) throws(ArrayError) -> NumericArray {
    guard let axis else { return try raveled().repeated(counts, axis: 0) }
    let place = try normalized(axis)
    let extent = shape[place]
    guard counts.count == 1 || counts.count == extent else {
      throw .value(
        "operands could not be broadcast together with shape (\(extent),) (\(counts.count),)")
    }
    if counts.contains(where: { $0 < 0 }) {
      throw .value("repeats may not contain negative values.")
    }
    var target = shape
    let all = counts.count == 1 ? [Int](repeating: counts[0], count: extent) : counts
    target[place] = try ArrayLimit.sum(all)
    _ = try ArrayLimit.count(of: target, dtype: dtype)
    var indices: [Int] = []
    for index in 0..<extent {
      indices += repeatElement(index, count: all[index])
    }
    return try taking(NumericArray(integers: indices), axis: place)
  }

  /// The elements at integer indices of an axis, or of the raveled array.
  package func taking(_ indices: NumericArray, axis: Int? = nil) throws(ArrayError) -> NumericArray
  {
    guard let axis else { return try raveled().taking(indices, axis: 0) }
    let place = try normalized(axis)
    let all = ArrayIndex.slice(start: nil, stop: nil, step: nil)
    return try self[Array(repeating: all, count: place) + [.array(indices)]]
  }

  /// Indices of axes reversed, as a view.
  package func flipped(_ axes: [Int]? = nil) throws(ArrayError) -> NumericArray {
    var (steps, start) = (strides, offset)
    for axis in try axes.map({ (list) throws(ArrayError) in try normalized(list) })
      ?? Array(0..<ndim) where shape[axis] > 0
    {
      start += (shape[axis] - 1) * strides[axis]
      steps[axis] = -strides[axis]
    }
    return view(shape: shape, strides: steps, offset: start)
  }

  /// Elements moved along an axis and around its end; without an axis, of the raveled array.
  package func rolled(_ shift: Int, axis: Int? = nil) throws(ArrayError) -> NumericArray {
    guard let axis else { return try raveled().rolled(shift, axis: 0).reshaped(shape) }
    let place = try normalized(axis)
    let extent = shape[place]
    guard extent > 0 else { return try copy() }
    let start = ((shift % extent) + extent) % extent
    let parts = [part(place, extent - start, start), part(place, 0, extent - start)]
    return try Self.concatenate(parts, axis: place)
  }

  /// Constants around the array: `widths` before and after, by axis.
  package func padded(
    _ widths: [(Int, Int)], with value: ScalarValue = .int(0)
  ) throws(ArrayError) -> NumericArray {
    if widths.contains(where: { $0.0 < 0 || $0.1 < 0 }) {
      throw .value("index can't contain negative values")
    }
    var target: [Int] = []
    for (extent, width) in zip(shape, widths) {
      target.append(try ArrayLimit.sum([extent, width.0, width.1]))
    }
    let result = try NumericArray(zeros: target, dtype: dtype)
    try result.fill(value)
    var inner = result
    for axis in 0..<ndim { inner = inner.part(axis, widths[axis].0, shape[axis]) }
    try inner.assign(self)
    return result
  }

  /// Differences of neighbors along an axis.
  package func differences(axis: Int = -1) throws(ArrayError) -> NumericArray {
    let place = try normalized(axis)
    let count = max(shape[place] - 1, 0)
    let (later, earlier) = (part(place, min(1, shape[place]), count), part(place, 0, count))
    let function = dtype == .bool ? BinaryFunction.notEqual : BinaryFunction.subtract
    return try function(.array(later), .array(earlier))
  }
}
