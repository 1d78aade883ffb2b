internal import Memory

extension Selection {
  /// An array that indexes an axis, or a mask whose places in the storage are known.
  struct Pick {
    let index: NumericArray
    let axis: Int
    /// Of a mask: how far from the array's first element those are at which it is true.
    let offsets: [Int]?
    /// Whether it is a single integer, which messages about shapes leave out.
    var isInteger: Bool { index.ndim == 0 }

    /// What each index adds to the position in the storage, row-major over the common shape.
    func steps(in array: NumericArray, _ shape: [Int]) throws(ArrayError) -> [Int] {
      if let offsets, shape == index.shape { return offsets }
      if let offsets { return try repeated(offsets, shape) }
      let (step, extent) = (array.strides[axis], array.shape[axis])
      var values = try index.broadcast(to: shape).integers()
      for place in values.indices {
        let value = values[place]
        guard value >= -extent, value < extent else {
          throw .index("index \(value) is out of bounds for axis \(axis) with size \(extent)")
        }
        values[place] = (value < 0 ? value + extent : value) * step
      }
      return values
    }

    private func repeated(_ offsets: [Int], _ shape: [Int]) throws(ArrayError) -> [Int] {
      try NumericArray(integers: offsets, shape: index.shape).broadcast(to: shape).integers()
    }
  }
}

extension NumericArray {
  /// For each true element of this mask, row-major, the position in an array of the same shape.
  func positionsWhereTrue(in other: NumericArray) -> [Int] {
    var found: [Int] = []
    let walk = Walk(shape, [strides, other.strides])
    let chunk = ChunkBuffer<Int>()
    walk.forEachRun(from: [offset, other.offset]) { at, count in
      storage.load(chunk.elements, from: at[0], stride: walk.step(0), count: count)
      for i in 0..<count where chunk.elements[i] != 0 { found.append(at[1] + i * walk.step(1)) }
    }
    return found
  }
}
