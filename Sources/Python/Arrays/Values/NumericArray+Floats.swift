package import Memory

extension NumericArray {
  /// Copies rows of the first axis as single-precision numbers, as an engine takes its batches.
  ///
  /// - Parameter out: has room for as many numbers as the rows have elements.
  package func copyRows(
    _ rows: Range<Int>, into out: MutableElements<Float>
  ) throws(ArrayError) {
    guard ndim > 0, rows.lowerBound >= 0, rows.upperBound <= shape[0] else {
      throw .index("rows \(rows) of an array of shape \(shapeText(shape))")
    }
    let part = part(0, rows.lowerBound, rows.count)
    precondition(out.count >= part.size, "room for \(out.count) numbers of \(part.size)")
    let walk = Walk(part.shape, [part.strides])
    let chunk = ChunkBuffer<Double>()
    var done = 0
    walk.forEachRun(from: [part.offset]) { at, count in
      storage.load(chunk.elements, from: at[0], stride: walk.step(0), count: count)
      for i in 0..<count { out[done + i] = Float(chunk.elements[i]) }
      done += count
    }
  }

  /// The elements in row-major order as single-precision numbers.
  package func floats() -> [Float] {
    [Float](filling: size) { out in
      let whole = view(shape: [1] + shape, strides: [0] + strides)
      // The one row of this view is always there.
      try? whole.copyRows(0..<1, into: out)
    }
  }
}
