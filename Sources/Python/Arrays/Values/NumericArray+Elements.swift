internal import Memory

extension NumericArray {
  /// The elements in row-major order as real numbers.
  package func reals() -> [Double] {
    [Double](filling: size) { out in
      var done = 0
      let walk = Walk(shape, [strides])
      walk.forEachRun(from: [offset], longest: .max) { positions, length in
        storage.load(out[done...], from: positions[0], stride: walk.step(0), count: length)
        done += length
      }
    }
  }

  /// The elements in row-major order as integers; real numbers are truncated.
  package func integers() -> [Int] {
    [Int](filling: size) { out in
      var done = 0
      let walk = Walk(shape, [strides])
      walk.forEachRun(from: [offset], longest: .max) { positions, length in
        storage.load(out[done...], from: positions[0], stride: walk.step(0), count: length)
        done += length
      }
    }
  }

  /// The elements as Python numbers, in row-major order.
  package func scalars() -> [ScalarValue] {
    switch dtype {
    case .float32, .float64: reals().map { .real($0) }
    case .bool: integers().map { .bool($0 != 0) }
    default: integers().map { .int($0) }
    }
  }

  /// The only element, as a Python number.
  package func item() throws(ArrayError) -> ScalarValue {
    guard size == 1 else {
      throw .value("can only convert an array of size 1 to a Python scalar")
    }
    return scalars()[0]
  }

  /// The truth of an array of one element.
  package func truth() throws(ArrayError) -> Bool {
    if size == 0 {
      throw .value(
        "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an "
          + "array is not empty."
      )
    }
    guard size == 1 else {
      throw .value(
        "The truth value of an array with more than one element is ambiguous. Use a.any() or "
          + "a.all()"
      )
    }
    return reals()[0] != 0
  }

  /// Python's `tolist()`: a number, or nested lists of numbers.
  package func nested() -> NestedList {
    let values = scalars()
    var next = 0
    func level(_ axis: Int) -> NestedList {
      if axis == ndim {
        defer { next += 1 }
        return .scalar(values[next])
      }
      return .list((0..<shape[axis]).map { _ in level(axis + 1) })
    }
    return level(0)
  }

  /// Views of the elements of the first axis.
  package func elements() throws(ArrayError) -> [NumericArray] {
    guard ndim > 0 else { throw .type("iteration over a 0-d array") }
    return (0..<shape[0]).map { selected($0) }
  }
}
