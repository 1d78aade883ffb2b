extension NumericArray {
  /// The matrix product `a @ b`, over stacks of matrices where there are more than two axes.
  package func matmul(_ other: NumericArray) throws(ArrayError) -> NumericArray {
    guard ndim > 0, other.ndim > 0 else {
      throw .value(
        "matmul: Input operand \(ndim == 0 ? 0 : 1) does not have enough dimensions (has 0, gufunc "
          + "core with signature (n?,k),(k,m?)->(n?,m?) requires 1)")
    }
    let left = ndim == 1 ? try expanded([0]) : self
    let right = other.ndim == 1 ? try other.expanded([1]) : other
    let (inner, rows) = (left.shape[left.ndim - 1], right.shape[right.ndim - 2])
    guard inner == rows else {
      throw .value(
        "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
          + "(n?,k),(k,m?)->(n?,m?) (size \(rows) is different from \(inner))")
    }
    let result = try left.stackedProduct(right)
    var squeezed = result
    if other.ndim == 1 { squeezed = try squeezed.squeezed([-1]) }
    return ndim == 1 ? try squeezed.squeezed([other.ndim == 1 ? -1 : -2]) : squeezed
  }

  private func stackedProduct(_ other: NumericArray) throws(ArrayError) -> NumericArray {
    let stack = try Self.broadcastShape([Array(shape.dropLast(2)), Array(other.shape.dropLast(2))])
    let (rows, columns) = (shape[ndim - 2], other.shape[other.ndim - 1])
    try ArrayLimit.checkProducts(stack + [rows, shape[ndim - 1], columns])
    let a = try broadcast(to: stack + shape.suffix(2))
    let b = try other.broadcast(to: stack + other.shape.suffix(2))
    let result = try NumericArray(
      uninitialized: stack + [rows, columns], dtype: dtype.promoted(with: other.dtype))
    let outer = Array(0..<stack.count)
    let places = zip(a.positions(alongAxes: outer), b.positions(alongAxes: outer))
    for (index, (x, y)) in places.enumerated() {
      let left = NumericArray(
        storage: a.storage, shape: a.shape.suffix(2), strides: a.strides.suffix(2), offset: x)
      let right = NumericArray(
        storage: b.storage, shape: b.shape.suffix(2), strides: b.strides.suffix(2), offset: y)
      left.multiply(right, into: result.storage, at: index * rows * columns)
    }
    return result
  }

  /// The product of two matrices; floats are computed in double precision.
  private func multiply(_ other: NumericArray, into out: ArrayStorage, at start: Int) {
    let (rows, inner, columns) = (shape[0], shape[1], other.shape[1])
    if out.dtype.isFloating {
      let product = MatrixProduct(rows: rows, inner: inner, columns: columns)
      out.store(product(reals(), other.reals()), at: start)
      return
    }
    let (a, b) = (integers(), other.integers())
    for row in 0..<rows {
      var line = [Int](repeating: 0, count: columns)
      for k in 0..<inner {
        let factor = a[row * inner + k]
        for column in 0..<columns {
          line[column] = line[column] &+ factor &* b[k * columns + column]
        }
      }
      out.store(line, at: start + row * columns)
    }
  }

  /// The sum of products over the last axes of this and the first ones of the other.
  package func tensordot(_ other: NumericArray, axes: Int = 2) throws(ArrayError) -> NumericArray {
    guard axes >= 0, axes <= ndim, axes <= other.ndim,
      Array(shape.suffix(axes)) == Array(other.shape.prefix(axes))
    else { throw .value("shape-mismatch for sum") }
    let inner = shape.suffix(axes).reduce(1, *)
    let outer = (Array(shape.dropLast(axes)), Array(other.shape.dropFirst(axes)))
    let left = try reshaped([outer.0.reduce(1, *), inner])
    let right = try other.reshaped([inner, outer.1.reduce(1, *)])
    return try left.matmul(right).reshaped(outer.0 + outer.1)
  }

  /// `numpy.dot`: the inner product of vectors, otherwise over the last axis and the other's
  /// second to last one.
  package func dot(_ other: NumericArray) throws(ArrayError) -> NumericArray {
    if ndim == 0 || other.ndim == 0 {
      return try BinaryFunction.multiply(.array(self), .array(other))
    }
    let axis = max(other.ndim - 2, 0)
    guard shape[ndim - 1] == other.shape[axis] else {
      throw .value(
        "shapes \(tightShapeText(shape)) and \(tightShapeText(other.shape)) not aligned: "
          + "\(shape[ndim - 1]) (dim \(ndim - 1)) != \(other.shape[axis]) (dim \(axis))")
    }
    if other.ndim <= 2 { return try tensordot(other, axes: 1) }
    let order = [axis] + (0..<other.ndim).filter { $0 != axis }
    return try tensordot(other.permuted(order), axes: 1)
  }

  /// The Euclidean length over axes, or another order's: 1 and infinity.
  package func norm(
    order: Double? = nil, axes: [Int]? = nil, keepsAxes: Bool = false
  ) throws(ArrayError) -> NumericArray {
    let numbers = dtype.isFloating ? self : try astype(.float64)
    let sizes = try UnaryFunction.absolute(numbers)
    let isVector = axes?.count == 1 || (axes == nil && ndim == 1)
    if order == nil || (order == 2 && isVector) {
      let squares = try UnaryFunction.square(numbers)
      return try UnaryFunction.sqrt(squares.sum(axes: axes, keepsAxes: keepsAxes))
    }
    if order == 1, isVector { return try sizes.sum(axes: axes, keepsAxes: keepsAxes) }
    if order == .infinity, isVector {
      return try Reduction.maximum(sizes, axes: axes, keepsAxes: keepsAxes)
    }
    throw .value("Invalid norm order for matrices.")
  }
}
