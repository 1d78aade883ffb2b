internal import Memory

extension NumericArray {
  /// `a` where the condition holds, `b` elsewhere.
  package static func `where`(
    _ condition: NumericArray, _ a: Operand, _ b: Operand
  ) throws(ArrayError) -> NumericArray {
    let dtype = a.promoted(with: b)
    let (one, two) = (a.array(as: dtype), b.array(as: dtype))
    if one.ndim == 0, two.ndim == 0 {
      let (x, y) = (one.scalars()[0], two.scalars()[0])
      let mask = try BinaryFunction.notEqual(.array(condition), .python(.int(0)))
      return dtype.isFloating
        ? try mask.mapped(
          compute: .float64, result: dtype, real: { $0 != 0 ? x.real : y.real }, integer: nil)
        : try mask.mapped(
          compute: .int64, result: dtype, real: { $0 },
          integer: { $0 != 0 ? x.integer : y.integer })
    }
    let shape = try broadcastShape([condition.shape, a.shape, b.shape])
    let out = try NumericArray(uninitialized: shape, dtype: dtype)
    let sources = try (
      condition.broadcast(to: shape), one.broadcast(to: shape), two.broadcast(to: shape)
    )
    if dtype.isFloating {
      choose(sources, out, ChunkBuffer<Double>(), ChunkBuffer<Double>()) {
        $0.load($1, from: $2, stride: $3, count: $4)
      } store: {
        out.storage.store($0, at: $1, stride: 1, count: $2)
      }
    } else {
      choose(sources, out, ChunkBuffer<Int>(), ChunkBuffer<Int>()) {
        $0.load($1, from: $2, stride: $3, count: $4)
      } store: {
        out.storage.store($0, at: $1, stride: 1, count: $2)
      }
    }
    return out
  }

  private static func choose<Number: BitwiseCopyable>(
    _ sources: (NumericArray, NumericArray, NumericArray), _ out: NumericArray,
    _ x: ChunkBuffer<Number>, _ y: ChunkBuffer<Number>,
    load: (ArrayStorage, MutableElements<Number>, Int, Int, Int) -> Void,
    store: (Elements<Number>, Int, Int) -> Void
  ) {
    let (mask, one, two) = sources
    let walk = Walk(out.shape, [mask.strides, one.strides, two.strides])
    let truth = ChunkBuffer<Double>()
    var done = 0
    walk.forEachRun(from: [mask.offset, one.offset, two.offset]) { at, count in
      mask.storage.load(truth.elements, from: at[0], stride: walk.step(0), count: count)
      load(one.storage, x.elements, at[1], walk.step(1), count)
      load(two.storage, y.elements, at[2], walk.step(2), count)
      for i in 0..<count where truth.elements[i] == 0 { x.elements[i] = y.elements[i] }
      store(Elements(x.elements), done, count)
      done += count
    }
  }
}
