internal import Memory

extension NumericArray {
  /// What an index picks: a view for integers, slices and new axes; a copy where arrays index.
  package subscript(indices: [ArrayIndex]) -> NumericArray {
    get throws(ArrayError) {
      let selection = try Selection(self, indices)
      guard let picked = selection.picked else { return selection.view }
      let taken = try selection.view.gathered(
        picked, shape: selection.pickedShape + selection.view.shape)
      return taken.movedFront(selection.pickedShape.count, to: selection.place)
    }
  }

  /// Writes to what an index picks; the value is broadcast and cast.
  package func assign(
    _ value: NumericArray, at indices: [ArrayIndex], watch: FloatWatch? = nil
  ) throws(ArrayError) {
    let selection = try Selection(self, indices)
    guard let picked = selection.picked else {
      return try selection.view.assign(value, watch: watch)
    }
    if let watch, value.dtype.isFloating, value.dtype != dtype {
      _ = try value.astype(dtype, watch: watch)
    }
    let source = value.sharesStorage(with: self) ? try value.copy() : value
    guard let values = try? source.broadcast(to: selection.shape) else {
      throw Self.assignmentMismatch(value, selection)
    }
    let rank = selection.pickedShape.count
    let ordered = values.movedToFront(rank, from: selection.place)
    let base = selection.view
    if base.size == 1 { return base.scatter(ordered, at: picked) }
    let (starts, rest) = ordered.split(rank)
    for (offset, start) in zip(picked, starts) {
      let target = base.view(
        shape: base.shape, strides: base.strides, offset: base.offset + offset)
      try target.assign(rest.view(shape: rest.shape, strides: rest.strides, offset: start))
    }
  }

  /// Writes each of the values to this array's one element, moved by an offset.
  private func scatter(_ values: NumericArray, at offsets: [Int]) {
    let walk = Walk(values.shape, [values.strides])
    let (reals, integers) = (ChunkBuffer<Double>(), ChunkBuffer<Int>())
    var next = 0
    walk.forEachRun(from: [values.offset]) { at, count in
      let isReal = values.dtype.isFloating
      if isReal {
        values.storage.load(reals.elements, from: at[0], stride: walk.step(0), count: count)
      } else {
        values.storage.load(integers.elements, from: at[0], stride: walk.step(0), count: count)
      }
      for i in 0..<count {
        let place = offset + offsets[next + i]
        if isReal {
          storage.store(Elements(reals.elements[i...]), at: place, stride: 1, count: 1)
        } else {
          storage.store(Elements(integers.elements[i...]), at: place, stride: 1, count: 1)
        }
      }
      next += count
    }
  }

  private static func assignmentMismatch(
    _ value: NumericArray, _ selection: Selection
  ) -> ArrayError {
    if selection.shape.count == 1, value.ndim == 1 {
      return .value(
        "NumPy boolean array indexing assignment cannot assign \(value.size) input values to the "
          + "\(selection.shape[0]) output values where the mask is true")
    }
    return .value(
      "shape mismatch: value array of shape \(tightShapeText(value.shape)) could not be broadcast "
        + "to indexing result of shape \(tightShapeText(selection.shape))")
  }

  /// Positions of all indices over the first axes, and the array that the others make.
  private func split(_ rank: Int) -> (starts: [Int], rest: NumericArray) {
    let rest = view(shape: Array(shape.dropFirst(rank)), strides: Array(strides.dropFirst(rank)))
    return (positions(alongAxes: Array(0..<rank)), rest)
  }

  /// A view with the first `count` axes moved behind the `place` ones after them.
  private func movedFront(_ count: Int, to place: Int) -> NumericArray {
    let rest = Array(count..<ndim)
    return permuted(Array(rest[..<place]) + Array(0..<count) + Array(rest[place...]))
  }

  /// The reverse of `movedFront`.
  private func movedToFront(_ count: Int, from place: Int) -> NumericArray {
    permuted(
      Array(place..<(place + count)) + Array(0..<place) + Array((place + count)..<ndim))
  }
}
