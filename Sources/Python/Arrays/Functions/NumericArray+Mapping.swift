internal import Memory

extension NumericArray {
  /// Arrays of this many bytes and more become chains with a table rather than dense arrays.
  static let chainMinimum = 1 << 16

  /// Applies a function to each element: `integer` when `compute` is one, otherwise `real`.
  func mapped(
    compute: DType, result: DType, into target: NumericArray? = nil,
    real: (Double) -> Double, integer: ((Int) -> Int)?
  ) throws(ArrayError) -> NumericArray {
    let integer = compute.isFloating ? nil : integer
    if target == nil, let chain = chained(result, real, integer) { return chain }
    if let target, target.storage === storage, target.rechain(real, integer) { return target }
    let out = try Self.room(target, shape, result)
    let walk = Walk(shape, [strides, out.strides])
    if let integer {
      run(walk, out) { (values: MutableElements<Int>, count) in
        for i in 0..<count { values[i] = integer(values[i]) }
      }
    } else {
      run(walk, out) { (values: MutableElements<Double>, count) in
        for i in 0..<count { values[i] = real(values[i]) }
      }
    }
    return out
  }

  /// The array to write to: the given one, or a new one.
  static func room(
    _ target: NumericArray?, _ shape: [Int], _ dtype: DType
  ) throws(ArrayError) -> NumericArray {
    if let target { return target }
    return try NumericArray(uninitialized: shape, dtype: dtype)
  }

  private func run(
    _ walk: Walk, _ out: NumericArray, _ body: (MutableElements<Int>, Int) -> Void
  ) {
    let chunk = ChunkBuffer<Int>()
    walk.forEachRun(from: [offset, out.offset]) { at, count in
      storage.load(chunk.elements, from: at[0], stride: walk.step(0), count: count)
      body(chunk.elements, count)
      out.storage.store(Elements(chunk.elements), at: at[1], stride: walk.step(1), count: count)
    }
  }

  private func run(
    _ walk: Walk, _ out: NumericArray, _ body: (MutableElements<Double>, Int) -> Void
  ) {
    let chunk = ChunkBuffer<Double>()
    walk.forEachRun(from: [offset, out.offset]) { at, count in
      storage.load(chunk.elements, from: at[0], stride: walk.step(0), count: count)
      body(chunk.elements, count)
      out.storage.store(Elements(chunk.elements), at: at[1], stride: walk.step(1), count: count)
    }
  }
}
