internal import Memory

extension NumericArray {
  /// Arrays of this many bytes and more become chains with a table rather than dense arrays.
  static let chainMinimum = 1 << 16

  /// Applies a function to each element: `integer` when `compute` is one, otherwise `real`.
  func mapped(
    compute: DType, result: DType, into target: NumericArray? = nil,
    check: ResultCheck? = nil, real: (Double) -> Double, integer: ((Int) -> Int)?
  ) throws(ArrayError) -> NumericArray {
    let integer = compute.isFloating ? nil : integer
    if target == nil, let chain = chained(result, check, real, integer) { return chain }
    if let target, target.storage === storage, target.rechain(check, real, integer) {
      return target
    }
    let out = try Self.room(target, shape, result)
    let walk = Walk(shape, [strides, out.strides])
    if let integer {
      run(walk, out) { (values: MutableElements<Int>, count) in
        for i in 0..<count { values[i] = integer(values[i]) }
      }
    } else {
      run(walk, out, check) { (values: MutableElements<Double>, count) in
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
    _ walk: Walk, _ out: NumericArray, _ check: ResultCheck?,
    _ body: (MutableElements<Double>, Int) -> Void
  ) {
    let chunk = ChunkBuffer<Double>()
    lazy var given = ChunkBuffer<Double>()
    walk.forEachRun(from: [offset, out.offset]) { at, count in
      storage.load(chunk.elements, from: at[0], stride: walk.step(0), count: count)
      body(chunk.elements, count)
      if let check, check.isNeeded(chunk.elements, count) {
        storage.load(given.elements, from: at[0], stride: walk.step(0), count: count)
        check.look(at: chunk.elements, of: given.elements, count)
      }
      out.storage.store(Elements(chunk.elements), at: at[1], stride: walk.step(1), count: count)
    }
  }
}

extension ResultCheck {
  /// Notes what is wrong with the first `count` results of an array's elements.
  fileprivate func look(
    at results: MutableElements<Double>, of elements: MutableElements<Double>, _ count: Int
  ) {
    for i in 0..<count {
      let (x, y) = operands(elements[i])
      look(at: results[i], of: x, y)
    }
  }
}
