internal import Memory

extension NumericArray {
  /// Copies of this array's pattern at offsets from its own, one after the other.
  ///
  /// A chain over bytes stays one: its bytes are gathered and the table is kept.
  func gathered(_ offsets: [Int], shape target: [Int]) throws(ArrayError) -> NumericArray {
    if let table = storage.table, offsets.count * size >= Self.chainMinimum {
      let bytes = NumericArray(
        storage: storage.sourceBytes, shape: shape, strides: strides, offset: offset)
      let taken = try bytes.denselyGathered(offsets, shape: target)
      let chain = ArrayStorage(
        table, over: taken.storage.buffer, start: 0, count: taken.size, dtype: dtype)
      return NumericArray(chain, shape: target)
    }
    return try denselyGathered(offsets, shape: target)
  }

  /// The elements at indices of the first axis.
  func gathered(_ places: [Int]) -> NumericArray {
    let inner = view(shape: Array(shape.dropFirst()), strides: Array(strides.dropFirst()))
    let out = ArrayStorage(uninitialized: places.count * inner.size, dtype: dtype)
    inner.copy(to: out, at: places.map { $0 * strides[0] })
    return NumericArray(out, shape: [places.count] + inner.shape)
  }

  private func denselyGathered(
    _ offsets: [Int], shape target: [Int]
  ) throws(ArrayError) -> NumericArray {
    let out = try NumericArray(uninitialized: target, dtype: dtype)
    copy(to: out.storage, at: offsets)
    return out
  }

  private func copy(to out: ArrayStorage, at offsets: [Int]) {
    let (walk, size) = (Walk(shape, [strides]), size)
    // Of an array without elements the places of its axes may lie anywhere.
    guard size > 0 else { return }
    if storage.table == nil, walk.step(0) == 1 || size == 1, isContiguous {
      let target = out.writable()
      let bytes = size * dtype.size
      for (index, place) in offsets.enumerated() {
        storage.checkBounds(offset + place, 1, size)
        let from = (offset + place) * dtype.size
        target[index * bytes..<(index + 1) * bytes]
          .update(from: storage.buffer.bytes[from..<from + bytes])
      }
      return
    }
    let (reals, integers) = (ChunkBuffer<Double>(), ChunkBuffer<Int>())
    var done = 0
    for place in offsets {
      walk.forEachRun(from: [offset + place]) { at, count in
        if dtype.isFloating {
          storage.load(reals.elements, from: at[0], stride: walk.step(0), count: count)
          out.store(Elements(reals.elements), at: done, stride: 1, count: count)
        } else {
          storage.load(integers.elements, from: at[0], stride: walk.step(0), count: count)
          out.store(Elements(integers.elements), at: done, stride: 1, count: count)
        }
        done += count
      }
    }
  }
}

extension ArrayStorage {
  /// A chain's source as bytes of its own right.
  var sourceBytes: ArrayStorage {
    ArrayStorage(.identity(of: .uint8), over: buffer, start: start, count: count, dtype: .uint8)
  }
}
