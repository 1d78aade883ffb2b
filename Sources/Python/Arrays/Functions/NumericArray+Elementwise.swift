internal import Memory

extension UnaryFunction {
  /// The function of every element.
  package func callAsFunction(
    _ array: NumericArray, watch: FloatWatch? = nil
  ) throws(ArrayError) -> NumericArray {
    let result = try dtype(for: array.dtype)
    let compute = self.result == .floating ? result : array.dtype
    return try array.mapped(
      compute: compute, result: result, check: ResultCheck(watch, name, result: result),
      real: real, integer: integer)
  }
}

extension BinaryFunction {
  /// The function of every pair of elements, broadcast.
  package func callAsFunction(
    _ a: Operand, _ b: Operand, watch: FloatWatch? = nil
  ) throws(ArrayError) -> NumericArray {
    let (compute, result) = try dtypes(a, b)
    return try apply(a, b, compute, result, into: nil, watch)
  }

  /// Writes the result into the first operand, as `a += b` does.
  package func assign(
    _ a: NumericArray, _ b: Operand, watch: FloatWatch? = nil
  ) throws(ArrayError) {
    let (compute, result) = try dtypes(.array(a), b)
    guard result.castsSameKind(to: a.dtype) else { throw outputError(result, a.dtype) }
    let shape = try NumericArray.broadcastShape([a.shape, b.shape])
    guard shape == a.shape else {
      throw .value(
        "non-broadcastable output operand with shape \(tightShapeText(a.shape)) doesn't match the "
          + "broadcast shape \(tightShapeText(shape))")
    }
    var second = b
    if case .array(let other) = b, other.sharesStorage(with: a) {
      second = .array(try other.copy())
    }
    _ = try apply(.array(a), second, compute, a.dtype, into: a, watch)
  }

  private func outputError(_ from: DType, _ to: DType) -> ArrayError {
    ArrayError(
      .ufuncTypeError,
      "Cannot cast ufunc '\(name)' output from dtype('\(from.rawValue)') to dtype('\(to.rawValue)')"
        + " with casting rule 'same_kind'")
  }

  private func apply(
    _ a: Operand, _ b: Operand, _ compute: DType, _ result: DType, into target: NumericArray?,
    _ watch: FloatWatch?
  ) throws(ArrayError) -> NumericArray {
    let number = rule == .comparison && !compute.isFloating ? DType.int64 : compute
    let (left, right) = (a.array(as: number), b.array(as: number))
    let integer = compute.isFloating ? nil : integer
    if name == "power", integer != nil { try refuseNegative(right) }
    if let watch, integer != nil, dividesIntegers { try watch.look(forZerosIn: right, left) }
    if let one = right.single(beside: left) {
      let (y, n) = (one.real, one.integer)
      return try left.mapped(
        compute: compute, result: result, into: target,
        check: ResultCheck(watch, name, result: result) { ($0, y) }, real: { real($0, y) },
        integer: integer.map { f in { f($0, n) } })
    }
    if target == nil, let one = left.single(beside: right) {
      let (x, n) = (one.real, one.integer)
      return try right.mapped(
        compute: compute, result: result,
        check: ResultCheck(watch, name, result: result) { (x, $0) }, real: { real(x, $0) },
        integer: integer.map { f in { f(n, $0) } })
    }
    let shape = try NumericArray.broadcastShape([left.shape, right.shape])
    let out = try NumericArray.room(target, shape, result)
    try combine(
      left.broadcast(to: shape), right.broadcast(to: shape), out, integer,
      ResultCheck(watch, name, result: result))
    return out
  }

  private func refuseNegative(_ exponents: NumericArray) throws(ArrayError) {
    if exponents.dtype.isSigned, exponents.integers().contains(where: { $0 < 0 }) {
      throw .value("Integers to negative integer powers are not allowed.")
    }
  }

  private func combine(
    _ a: NumericArray, _ b: NumericArray, _ out: NumericArray, _ integer: ((Int, Int) -> Int)?,
    _ check: ResultCheck?
  ) {
    let walk = Walk(out.shape, [a.strides, b.strides, out.strides])
    let start = [a.offset, b.offset, out.offset]
    if let integer {
      let (x, y) = (ChunkBuffer<Int>(), ChunkBuffer<Int>())
      walk.forEachRun(from: start) { at, count in
        a.storage.load(x.elements, from: at[0], stride: walk.step(0), count: count)
        b.storage.load(y.elements, from: at[1], stride: walk.step(1), count: count)
        for i in 0..<count { x.elements[i] = integer(x.elements[i], y.elements[i]) }
        out.storage.store(Elements(x.elements), at: at[2], stride: walk.step(2), count: count)
      }
    } else {
      let (x, y) = (ChunkBuffer<Double>(), ChunkBuffer<Double>())
      lazy var first = ChunkBuffer<Double>()
      walk.forEachRun(from: start) { at, count in
        a.storage.load(x.elements, from: at[0], stride: walk.step(0), count: count)
        b.storage.load(y.elements, from: at[1], stride: walk.step(1), count: count)
        for i in 0..<count { x.elements[i] = real(x.elements[i], y.elements[i]) }
        if let check, check.isNeeded(x.elements, count) {
          a.storage.load(first.elements, from: at[0], stride: walk.step(0), count: count)
          for i in 0..<count {
            check.look(at: x.elements[i], of: first.elements[i], y.elements[i])
          }
        }
        out.storage.store(Elements(x.elements), at: at[2], stride: walk.step(2), count: count)
      }
    }
  }
}

extension BinaryFunction {
  /// Whether integers are divided by the second operand, which gives 0 where that is 0.
  fileprivate var dividesIntegers: Bool { ["floor_divide", "remainder", "fmod"].contains(name) }
}

extension FloatWatch {
  /// Notes a division of integers by zero.
  fileprivate func look(
    forZerosIn divisors: NumericArray, _ others: NumericArray
  ) throws(ArrayError) {
    guard try NumericArray.broadcastShape([divisors.shape, others.shape]).allSatisfy({ $0 > 0 })
    else { return }
    if divisors.integers().contains(0) { note(.divide) }
  }
}

extension NumericArray {
  /// The only element, when it adds no axes to the other array: it can then join a chain.
  fileprivate func single(beside other: NumericArray) -> ScalarValue? {
    size == 1 && ndim <= other.ndim ? scalars()[0] : nil
  }
}
