extension NumericArray {
  /// Arrays one after the other along an axis.
  package static func concatenate(
    _ arrays: [NumericArray], axis: Int = 0
  ) throws(ArrayError) -> NumericArray {
    guard let first = arrays.first else {
      throw .value("need at least one array to concatenate")
    }
    if arrays.contains(where: { $0.ndim == 0 }) {
      throw .value("zero-dimensional arrays cannot be concatenated")
    }
    let axis = try first.normalized(axis)
    for (place, other) in arrays.enumerated() { try first.checkJoins(other, place, axis) }
    var shape = first.shape
    shape[axis] = arrays.reduce(0) { $0 + $1.shape[axis] }
    let dtype = arrays.reduce(first.dtype) { $0.promoted(with: $1.dtype) }
    let result = try NumericArray(uninitialized: shape, dtype: dtype)
    var start = 0
    for array in arrays {
      try result.part(axis, start, array.shape[axis]).assign(array)
      start += array.shape[axis]
    }
    return result
  }

  private func checkJoins(
    _ other: NumericArray, _ place: Int, _ axis: Int
  ) throws(ArrayError) {
    guard other.ndim == ndim else {
      throw .value(
        "all the input arrays must have same number of dimensions, but the array at index 0 has "
          + "\(ndim) dimension(s) and the array at index \(place) has \(other.ndim) dimension(s)")
    }
    for place2 in 0..<ndim where place2 != axis && other.shape[place2] != shape[place2] {
      throw .value(
        "all the input array dimensions except for the concatenation axis must match exactly, but "
          + "along dimension \(place2), the array at index 0 has size \(shape[place2]) and the "
          + "array at index \(place) has size \(other.shape[place2])")
    }
  }

  /// A view of `count` indices of an axis from `start` on.
  func part(_ axis: Int, _ start: Int, _ count: Int) -> NumericArray {
    var shape = shape
    shape[axis] = count
    return view(shape: shape, strides: strides, offset: offset + start * strides[axis])
  }

  /// Arrays of one shape along a new axis.
  package static func stack(
    _ arrays: [NumericArray], axis: Int = 0
  ) throws(ArrayError) -> NumericArray {
    guard let first = arrays.first else { throw .value("need at least one array to stack") }
    guard arrays.allSatisfy({ $0.shape == first.shape }) else {
      throw .value("all input arrays must have the same shape")
    }
    var parts: [NumericArray] = []
    for array in arrays { parts.append(try array.expanded([axis])) }
    return try concatenate(parts, axis: axis)
  }

  /// Views of the parts between indices of an axis.
  package func split(at indices: [Int], axis: Int = 0) throws(ArrayError) -> [NumericArray] {
    let axis = try normalized(axis)
    let extent = shape[axis]
    let bounds = [0] + indices.map { min(max($0 < 0 ? $0 + extent : $0, 0), extent) } + [extent]
    return zip(bounds, bounds.dropFirst()).map { part(axis, $0, max($1 - $0, 0)) }
  }

  /// Views of `count` equal parts; with `allowsUnequal` the first ones may be longer by one.
  package func split(
    into count: Int, axis: Int = 0, allowsUnequal: Bool = false
  ) throws(ArrayError) -> [NumericArray] {
    let extent = shape[try normalized(axis)]
    _ = try ArrayLimit.count(of: [max(count, 0)], dtype: .float64)
    if count <= 0 { throw .value("number sections must be larger than 0.") }
    if extent % count != 0, !allowsUnequal {
      throw .value("array split does not result in an equal division")
    }
    var bounds: [Int] = []
    for part in 1..<max(count, 1) {
      bounds.append(part * (extent / count) + min(part, extent % count))
    }
    return try split(at: bounds, axis: axis)
  }
}
