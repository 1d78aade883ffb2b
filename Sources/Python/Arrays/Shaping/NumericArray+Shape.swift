extension NumericArray {
  /// The elements in another shape; one extent may be -1. A view where the strides allow one.
  package func reshaped(_ target: [Int]) throws(ArrayError) -> NumericArray {
    let target = try completed(target)
    _ = try ArrayLimit.count(of: target, dtype: dtype)
    if let strides = stridesAfterReshape(target) { return view(shape: target, strides: strides) }
    let flat = try copy()
    return flat.view(shape: target, strides: rowMajorStrides(target))
  }

  private func completed(_ target: [Int]) throws(ArrayError) -> [Int] {
    if target.filter({ $0 < 0 }).count > 1 {
      throw .value("can only specify one unknown dimension")
    }
    var known = 1
    for extent in target where extent >= 0 {
      let (product, overflow) = known.multipliedReportingOverflow(by: extent)
      if overflow { throw mismatch(target) }
      known = product
    }
    guard let free = target.firstIndex(where: { $0 < 0 }) else {
      if known != size { throw mismatch(target) }
      return target
    }
    guard known > 0, size % known == 0 else { throw mismatch(target) }
    var result = target
    result[free] = size / known
    return result
  }

  private func mismatch(_ target: [Int]) -> ArrayError {
    // As NumPy words it: free extents in front are left out, later ones are called newaxis.
    let words = target.drop { $0 < 0 }.map { $0 < 0 ? "newaxis" : String($0) }
    let text = words.joined(separator: ",") + (target.count == 1 ? "," : "")
    return .value("cannot reshape array of size \(size) into shape (\(text))")
  }

  /// Strides with which the same memory has the target's shape, or nil when there are none.
  private func stridesAfterReshape(_ target: [Int]) -> [Int]? {
    if isContiguous { return rowMajorStrides(target) }
    // Other views keep their memory only when axes of extent 1 come or go.
    guard shape.filter({ $0 != 1 }) == target.filter({ $0 != 1 }) else { return nil }
    var kept = shape.indices.filter { shape[$0] != 1 }.map { strides[$0] }[...]
    return target.map { $0 == 1 ? 0 : kept.removeFirst() }
  }

  /// One axis; a view where the array is contiguous.
  package func raveled() throws(ArrayError) -> NumericArray { try reshaped([-1]) }

  /// The axes in another order, as a view.
  func permuted(_ order: [Int]) -> NumericArray {
    view(shape: order.map { shape[$0] }, strides: order.map { strides[$0] })
  }

  /// The axes in another order (nil: reversed), as a view.
  package func transposed(_ axes: [Int]? = nil) throws(ArrayError) -> NumericArray {
    guard let axes else { return permuted(Array((0..<ndim).reversed())) }
    guard axes.count == ndim else { throw .value("axes don't match array") }
    let order: [Int]
    do {
      order = try normalized(axes)
    } catch  where error.kind == .valueError {
      throw .value("repeated axis in transpose")
    }
    return permuted(order)
  }

  /// Two axes exchanged, as a view; the axes are valid.
  func swapped(_ one: Int, _ two: Int) -> NumericArray {
    var order = Array(0..<ndim)
    order.swapAt(one, two)
    return permuted(order)
  }

  /// Two axes exchanged, as a view.
  package func swapAxes(_ one: Int, _ two: Int) throws(ArrayError) -> NumericArray {
    swapped(try normalized(one), try normalized(two))
  }

  /// Without axes of extent 1: the given ones, or all.
  package func squeezed(_ axes: [Int]? = nil) throws(ArrayError) -> NumericArray {
    let dropped: [Int]
    if let axes {
      dropped = try normalized(axes)
      guard dropped.allSatisfy({ shape[$0] == 1 }) else {
        throw .value("cannot select an axis to squeeze out which has size not equal to one")
      }
    } else {
      dropped = shape.indices.filter { shape[$0] == 1 }
    }
    return permuted((0..<ndim).filter { !dropped.contains($0) })
  }

  /// With new axes of extent 1 at places of the result.
  package func expanded(_ axes: [Int]) throws(ArrayError) -> NumericArray {
    let rank = ndim + axes.count
    try ArrayLimit.checkAxes(rank)
    var places: Set<Int> = []
    for axis in axes {
      guard places.insert(try normalized(axis, rank: rank)).inserted else {
        throw .value("repeated axis")
      }
    }
    var (extents, steps) = (shape[...], strides[...])
    return view(
      shape: (0..<rank).map { places.contains($0) ? 1 : extents.removeFirst() },
      strides: (0..<rank).map { places.contains($0) ? 0 : steps.removeFirst() })
  }
}
