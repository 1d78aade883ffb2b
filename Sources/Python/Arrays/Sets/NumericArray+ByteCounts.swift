internal import Memory

extension NumericArray {
  /// How often each byte occurs, in an array of bytes without a chain; nil for other arrays.
  ///
  /// Takes no memory for the elements, as large arrays of images are counted so.
  private func byteCounts() -> [Int]? {
    guard dtype == .uint8 else { return nil }
    var counts = [Int](repeating: 0, count: 256)
    let chunk = ChunkBuffer<Int>()
    let walk = Walk(shape, [strides])
    walk.forEachRun(from: [offset]) { at, count in
      storage.load(chunk.elements, from: at[0], stride: walk.step(0), count: count)
      for i in 0..<count { counts[chunk.elements[i]] += 1 }
    }
    return counts
  }

  /// The different elements, sorted, and how often each occurs.
  package func uniqueCounts() throws(ArrayError) -> (values: NumericArray, counts: NumericArray) {
    guard let counts = byteCounts() else {
      let found = try UniqueElements(self)
      return (found.values, found.counts)
    }
    let present = counts.indices.filter { counts[$0] > 0 }
    return (
      try NumericArray(integers: present, dtype: dtype),
      try NumericArray(integers: present.map { counts[$0] })
    )
  }
}
