extension NumericArray {
  /// The shape that arrays of these shapes have together.
  package static func broadcastShape(_ shapes: [[Int]]) throws(ArrayError) -> [Int] {
    let rank = shapes.map(\.count).max() ?? 0
    var result = [Int](repeating: 1, count: rank)
    for shape in shapes {
      for (axis, extent) in zip((rank - shape.count)..<rank, shape) where extent != 1 {
        if result[axis] != 1, result[axis] != extent { throw mismatch(shapes) }
        result[axis] = extent
      }
    }
    return result
  }

  private static func mismatch(_ shapes: [[Int]]) -> ArrayError {
    .value(
      "operands could not be broadcast together with shapes "
        + shapes.map { tightShapeText($0) + " " }.joined())
  }

  /// A view in which axes of extent 1 are repeated without copies; not for writing.
  package func broadcast(to target: [Int]) throws(ArrayError) -> NumericArray {
    guard let strides = broadcastStrides(to: target) else {
      throw .value(
        "could not broadcast input array from shape \(tightShapeText(shape)) into shape "
          + tightShapeText(target))
    }
    _ = try ArrayLimit.count(of: target, dtype: dtype)
    return view(shape: target, strides: strides)
  }

  /// Strides that repeat axes of extent 1, or nil when the shapes don't fit.
  func broadcastStrides(to target: [Int]) -> [Int]? {
    let missing = target.count - ndim
    guard missing >= 0 else { return nil }
    var result = [Int](repeating: 0, count: target.count)
    for axis in 0..<ndim {
      if shape[axis] == target[missing + axis] {
        result[missing + axis] = strides[axis]
      } else if shape[axis] != 1 {
        return nil
      }
    }
    return result
  }
}
