/// An n-dimensional array with NumPy's meaning: a shape, and strides into storage that views share.
///
/// Copying the value copies the view, not the elements; writing through one view is seen by all.
/// Not for use by several threads at once.
package struct NumericArray {
  let storage: ArrayStorage
  /// The extents of the axes, the outermost first; empty for a single element.
  package let shape: [Int]
  /// Elements from one index to the next, by axis; negative in reversed views.
  let strides: [Int]
  /// The element at index 0 of every axis.
  let offset: Int

  init(storage: ArrayStorage, shape: [Int], strides: [Int], offset: Int) {
    (self.storage, self.shape, self.strides, self.offset) = (storage, shape, strides, offset)
  }

  /// All of a storage, in row-major order.
  init(_ storage: ArrayStorage, shape: [Int]) {
    self.init(storage: storage, shape: shape, strides: rowMajorStrides(shape), offset: 0)
  }

  /// What the elements are; views of the same storage have the same.
  package var dtype: DType { storage.dtype }
  /// The number of axes.
  package var ndim: Int { shape.count }
  /// The number of elements.
  package var size: Int { shape.reduce(1, *) }
  /// Bytes of the elements, as NumPy counts them; a chain over bytes takes fewer.
  package var nbytes: Int { size * dtype.size }

  /// Whether the elements lie one after the other in row-major order.
  package var isContiguous: Bool {
    if size == 0 { return true }
    var expected = 1
    for axis in shape.indices.reversed() where shape[axis] != 1 {
      if strides[axis] != expected { return false }
      expected *= shape[axis]
    }
    return true
  }

  /// Whether two arrays look at the same storage, so that a write to one may change the other.
  package func sharesStorage(with other: NumericArray) -> Bool { storage === other.storage }

  /// The same storage, looked at in another way.
  func view(shape: [Int], strides: [Int], offset: Int? = nil) -> NumericArray {
    NumericArray(
      storage: storage, shape: shape, strides: strides, offset: offset ?? self.offset)
  }
}

/// Strides of a row-major array.
func rowMajorStrides(_ shape: [Int]) -> [Int] {
  var strides = [Int](repeating: 1, count: shape.count)
  for axis in shape.indices.reversed().dropFirst() {
    strides[axis] = strides[axis + 1] * max(shape[axis + 1], 1)
  }
  return strides
}
